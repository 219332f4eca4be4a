/** `transloinc map` in a fresh process, on the built program; prints JSON. Usage: map-child.mjs FOLDER REFERENCE WORKERS */
const [folder, reference, workers] = process.argv.slice(2);
const { buildProgram } = await import(new URL("../dist/cli/program.js", import.meta.url).href);
const { log } = console;
console.log = () => {};
console.error = () => {};
const args = ["map", folder, "--reference", reference, "--out", `${folder}/out`, "--workers", workers];
const code = await buildProgram().run(args);
if (code > 1) throw new Error(`exit code ${code}`);
const { user, system } = process.cpuUsage();
// performance.now() counts from the start of the process
const ms = performance.now();
log(JSON.stringify({ ms, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS * 1024 }));
