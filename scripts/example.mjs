/** Maps the example laboratory into out/. Remarks (exit code 1) are no failure here; anything else that is not 0 is. */
import { spawnSync } from "node:child_process";

const args = ["dist/cli/main.js", "map", "examples/laboratoire-du-port", "--out", "out"];
const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
if (status === 0 || status === 1) console.log("\nout/rapport.html");
process.exitCode = status === 1 ? 0 : (status ?? 1);
