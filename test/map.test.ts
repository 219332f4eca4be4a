/** The main job from end to end, on the example laboratory and the starter. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import readXlsxFile from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { isLoincCode } from "../src/loinc/code.ts";
import { displayName, findTerm } from "../src/loinc/release.ts";
import { loadStarter, STARTER_ADVICE } from "../src/loinc/starter.ts";
import { AXES, LOINC_NOTICE } from "../src/loinc/term.ts";
import type { Language } from "../src/matching/phrases.ts";
import type { Candidate, Proposal } from "../src/matching/proposal.ts";
import { type Run, runCli } from "./run-cli.ts";
import { type Split, splitAppended, withoutAppended } from "./sgl-return.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const PORT = "examples/laboratoire-du-port";
const SMALL = "examples/tout-de-travers/13-utf8-et-bom";
const HOSTILE = "examples/tout-de-travers/20-formules-et-html";

/** Each returned file: the export that it answers, and how many cells were added. */
const RETURNED = [
  ["LOINC_4_transcodage_chapitres_20261130.csv", "LOINC_1_export_chapitres_20261115.csv", 4],
  ["LOINC_5_transcodage_demandes_20261130.csv", "LOINC_2_export_demandes_20261115.csv", 2],
  ["LOINC_6_transcodage_demandes_20261130.csv", "LOINC_3_export_resultats_20261115.csv", 2],
] as const;
const REPORTS = ["propositions.jsonl", "rapport.html", "rapport.xlsx"];

const folder = temporaryFolder();
const starter = loadStarter();
const out = (name: string): string => join(folder.path, name);
const map = (input: string, name: string, ...more: string[]): Promise<Run> =>
  runCli("map", input, "--out", out(name), "--date", "20261130", ...more);
const bytes = (...path: string[]): Buffer => readFileSync(join(folder.path, ...path));
const text = (...path: string[]): string => bytes(...path).toString("utf8");
const proposalsOf = (name: string): Proposal[] =>
  text(name, "propositions.jsonl")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Proposal);
const codeOf = (record: Split): string => record.cells[0]!;

let auto: Run;
let review: Run;
beforeAll(async () => {
  auto = await map(PORT, "auto");
  review = await map(PORT, "review", "--write", "review", "--lang", "en");
});

describe("three files in, three files and the reports out", () => {
  it("says what it did, and leaves nothing else in the folder", () => {
    for (const run of [auto, review]) expect([0, 1]).toContain(run.code);
    const names = [...RETURNED.map(([name]) => name), ...REPORTS].sort();
    for (const name of ["auto", "review"]) expect(readdirSync(out(name)).sort()).toEqual(names);
    expect(auto.out).toContain("À signer en lot");
    expect(auto.out).toContain("--write review");
    expect(auto.err).toContain(STARTER_ADVICE.fr);
    expect(auto.err).toContain(LOINC_NOTICE);
    expect(review.out).toContain("Sign as a lot");
    expect(review.out).not.toContain("--write review");
    expect(review.err).toContain(STARTER_ADVICE.en);
  });

  it.each(RETURNED)("%s is its export, byte for byte, and the added cells", (name, exported, added) => {
    const given = readFileSync(join(PORT, exported));
    for (const run of ["auto", "review"]) {
      const returned = bytes(run, name);
      expect(withoutAppended(returned, added).equals(given)).toBe(true);
      const records = splitAppended(returned, added);
      expect(new Set(records.map((record) => record.lineEnd))).toEqual(new Set(["\r\n"]));
      // no header came in, none goes out; and it is not UTF-8
      expect(records.length).toBe(given.toString("latin1").split("\r\n").length - 1);
      expect(() => new TextDecoder("utf-8", { fatal: true }).decode(returned)).toThrow();
    }
  });

  it.each(["auto", "review"])("writes one code an item, of the reference, never a deprecated one (%s)", (run) => {
    for (const [name, , added] of RETURNED) {
      const codeOfItem = new Map<string, string>();
      for (const record of splitAppended(bytes(run, name), added)) {
        for (let i = 0; i < added; i += 2) {
          const [code, label] = [record.appended[i]!, record.appended[i + 1]!];
          expect(label === "").toBe(code === "");
          if (code === "") continue;
          expect(isLoincCode(code)).toBe(true);
          expect(findTerm(starter, code)?.status).not.toBe("DEPRECATED");
          expect(findTerm(starter, code)).toBeDefined();
          const item = `${i} ${codeOf(record)} ${i === 2 ? record.cells[2] : ""}`;
          expect(codeOfItem.get(item) ?? code).toBe(code);
          codeOfItem.set(item, code);
        }
      }
      expect(codeOfItem.size).toBeGreaterThan(0);
    }
  });

  it.each([
    ["auto", ["auto"]],
    ["review", ["auto", "review"]],
  ] as const)("by default only what may be signed as a lot has its code, with review also the others (%s)", (run, bands) => {
    const proposals = proposalsOf(run);
    const wanted = (level: string, code: string, parent?: string): string => {
      const found = proposals.find((one) => one.level === level && one.code === code && one.parent === parent)!;
      return (bands as readonly string[]).includes(found.band) ? found.candidates[0]!.loinc : "";
    };
    const [chapters, exams, analyses] = RETURNED.map(([name, , added]) => splitAppended(bytes(run, name), added));
    for (const record of analyses!) expect(record.appended[0]).toBe(wanted("analysis", codeOf(record)));
    for (const record of exams!) expect(record.appended[0]).toBe(wanted("exam", codeOf(record)));
    for (const record of chapters!) {
      const [chapter, , subchapter] = record.cells;
      expect(record.appended[0]).toBe(wanted("chapter", chapter!));
      expect(record.appended[2]).toBe(subchapter === "" ? "" : wanted("subchapter", subchapter!, chapter));
    }
    expect(new Set(proposals.map((one) => one.band))).toEqual(new Set(["auto", "review", "none"]));
  });

  it("gives what has no code none, even when rows to look at are written", () => {
    const none = proposalsOf("auto").filter((one) => one.level === "analysis" && one.band === "none");
    expect(none.length).toBeGreaterThan(0);
    const written = new Map(
      splitAppended(bytes("review", RETURNED[2][0]), 2).map((record) => [codeOf(record), record.appended[0]]),
    );
    for (const proposal of none) expect(written.get(proposal.code)).toBe("");
  });
});

const findName = (loinc: string): string => displayName(findTerm(starter, loinc)!);

/** What of a candidate is not as it should be. */
function faultsOf({ loinc, name, confidence, axes, ...unknown }: Candidate): string[] {
  const term = findTerm(starter, loinc);
  if (term === undefined) return [`${loinc} is not in the reference`];
  const wrong = AXES.filter((axis) => {
    const { value, evidence, verdict, ...more } = axes[axis];
    const said = typeof evidence === "string" && ["supports", "assumed", "contradicts"].includes(verdict);
    return value !== term[axis] || !said || Object.keys(more).length > 0;
  });
  return [
    ...Object.keys(unknown),
    ...(name === "" ? ["no name"] : []),
    ...(confidence >= 0 && confidence <= 1 ? [] : [`confidence ${confidence}`]),
    ...(Object.keys(axes).join() === AXES.join() ? [] : ["not the six axes"]),
    ...wrong,
  ];
}

describe("propositions.jsonl", () => {
  it("has one line an item, in file order", () => {
    expect(text("auto", "propositions.jsonl").endsWith("\n")).toBe(true);
    const proposals = proposalsOf("auto");
    const analyses = proposals.filter((one) => one.level === "analysis").map((one) => one.code);
    expect(analyses).toEqual(splitAppended(bytes("auto", RETURNED[2][0]), 2).map(codeOf));
    const exams = proposals.filter((one) => one.level === "exam").map((one) => one.code);
    expect(exams).toEqual([...new Set(splitAppended(bytes("auto", RETURNED[1][0]), 2).map(codeOf))]);
    const keys = proposals.map((one) => `${one.level} ${one.parent} ${one.code}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is made of the same fields on every line", () => {
    const chapters = new Set<string>();
    const faults: string[] = [];
    for (const proposal of proposalsOf("auto")) {
      const { level, code, label, band, confidence, candidates, question, parent, alternatives, ...unknown } = proposal;
      expect(unknown).toEqual({});
      expect(["chapter", "subchapter", "exam", "analysis"]).toContain(level);
      expect(["auto", "review", "none"]).toContain(band);
      for (const field of [code, label, question]) expect(typeof field).toBe("string");
      expect(code).not.toBe("");
      if (level === "chapter") chapters.add(code);
      if (level === "subchapter") expect(chapters).toContain(parent);
      else expect(parent).toBeUndefined();
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(candidates.length).toBeLessThanOrEqual(10);
      if (band !== "none") expect(candidates.length).toBeGreaterThan(0);
      expect(new Set(candidates.map((candidate) => candidate.loinc)).size).toBe(candidates.length);
      for (const { axis, value, words, loinc, name, ...more } of alternatives ?? []) {
        expect([axis, words, name, more]).toEqual([
          expect.any(String),
          expect.stringMatching(/^si l/),
          findName(loinc),
          {},
        ]);
        expect(value).not.toBe(candidates[0]!.axes[axis].value);
      }
      for (const candidate of candidates) faults.push(...faultsOf(candidate).map((fault) => `${code}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it("asks what would decide, in the language that was asked for", () => {
    const asked = (run: string): Proposal[] => proposalsOf(run).filter((proposal) => proposal.question !== "");
    expect(asked("auto").length).toBeGreaterThan(0);
    for (const { question } of asked("auto")) expect(question).toMatch(/ \?$/);
    for (const { question } of asked("review")) expect(question).toMatch(/[^ ]\?$/);
    expect(asked("auto").some(({ question }) => question.startsWith("Préciser "))).toBe(true);
    expect(asked("review").some(({ question }) => question.startsWith("Which "))).toBe(true);
  });
});

describe("the same input gives the same output", () => {
  it("proposals do not depend on what is written, nor codes and confidences on the language", () => {
    const plain = (run: string) =>
      proposalsOf(run).map(({ level, code, band, confidence, candidates }) => ({
        ...{ level, code, band, confidence },
        codes: candidates.map((candidate) => [candidate.loinc, candidate.confidence]),
      }));
    expect(plain("review")).toEqual(plain("auto"));
  });

  it("twice, but for the date of the reports", async () => {
    await map(HOSTILE, "once");
    await map(HOSTILE, "again");
    for (const name of readdirSync(out("once")).filter((file) => !file.startsWith("rapport")))
      expect(text("again", name)).toBe(text("once", name));
    const undated = (run: string): string => text(run, "rapport.html").replace(/<time.*?<\/time>/, "");
    expect(undated("again")).toBe(undated("once"));
    expect(await readXlsxFile(bytes("again", "rapport.xlsx"))).toEqual(
      await readXlsxFile(bytes("once", "rapport.xlsx")),
    );
  });
});

describe("options", () => {
  it("--json: one JSON object on the standard output, problems in it", async () => {
    const run = await map(HOSTILE, "json", "--json");
    const answer = JSON.parse(run.out);
    expect(answer).toMatchObject({ starter: true, written: "auto", out: out("json") });
    expect([...answer.files].sort()).toEqual(readdirSync(out("json")).sort());
    expect(answer.problems.length).toBeGreaterThan(0);
    expect(answer.release).toMatchObject({ title: "Transloinc starter (LOINC ≤ 2.81)", version: "2.81" });
    expect(run.out.trimEnd()).not.toContain("\n");
  });

  it("--date, --name-4, --name-5, --name-6: the names of the files", async () => {
    const more = ["--name-4", "chapitres.csv", "--name-5", "d AAAA-MM-JJ.csv", "--name-6", "LOINC_6_AAAAMMJJ.csv"];
    await map(SMALL, "names", ...more);
    expect(readdirSync(out("names")).sort()).toEqual(
      ["LOINC_6_20261130.csv", "chapitres.csv", "d 2026-11-30.csv", ...REPORTS].sort(),
    );
    await runCli("map", SMALL, "--out", out("today"));
    const [, year, month, day] = /_(\d{4})(\d\d)(\d\d)\.csv$/.exec(readdirSync(out("today"))[0]!)!;
    const made = new Date(Number(year), Number(month) - 1, Number(day));
    expect(Math.abs(Date.now() - made.getTime())).toBeLessThan(2 * 86_400_000);
  });

  it("--empty: what is written where there is no code", async () => {
    await map(HOSTILE, "full");
    await map(HOSTILE, "empty", "--empty", "SANS");
    const before = splitAppended(bytes("full", RETURNED[2][0]), 2);
    const after = splitAppended(bytes("empty", RETURNED[2][0]), 2);
    expect(after.map(({ appended }) => appended)).toEqual(
      before.map(({ appended }) => (appended[0] === "" ? ["SANS", ""] : appended)),
    );
    // a chapter row without sub-chapter has nothing that could lack a code
    const chapters = splitAppended(bytes("empty", RETURNED[0][0]), 4);
    for (const record of chapters) expect(record.appended[2] === "").toBe(record.cells[2] === "");
  });

  it("keeps a byte order mark and UTF-8", async () => {
    await map(SMALL, "bom");
    for (const [name, exported, added] of RETURNED) {
      expect(withoutAppended(bytes("bom", name), added).equals(readFileSync(join(SMALL, exported)))).toBe(true);
      expect([...bytes("bom", name).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }
  });
});

describe("rapport.html", () => {
  const pages = (): [language: Language, page: string][] => [
    ["fr", text("auto", "rapport.html")],
    ["en", text("review", "rapport.html")],
  ];

  it("is one page that fetches nothing and runs nothing", () => {
    for (const [language, page] of pages()) {
      expect(page.includes(`<html lang="${language}">`)).toBe(true);
      const all = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map((match) => match[1]!);
      expect(all(/<(script|link|img|iframe|object|embed|base|form|audio|video|source)\b/gi)).toEqual([]);
      expect(all(/<[^>]*\s(src|srcset|action|poster|data|on[a-z]+)\s*=/gi)).toEqual([]);
      const targets = [...all(/\bhref\s*=\s*["']?([^"'\s>]*)/gi), ...all(/\burl\(\s*["']?([^"')]*)/gi)];
      expect(targets.filter((target) => !target.startsWith("#"))).toEqual([]);
      expect(all(/(@import)/gi)).toEqual([]);
      expect(page.includes("default-src 'none'")).toBe(true);
    }
  });

  it("holds the notice, the version and, with the starter, the advice", () => {
    const version = JSON.parse(readFileSync("package.json", "utf8")).version;
    for (const [language, page] of pages()) {
      const held = [LOINC_NOTICE, `Transloinc ${version}`, STARTER_ADVICE[language], starter.info.title];
      expect(held.filter((said) => !page.includes(said))).toEqual([]);
    }
  });

  it("shows every row to look at", () => {
    const page = text("auto", "rapport.html");
    const toLookAt = proposalsOf("auto").filter((proposal) => proposal.band === "review");
    expect(toLookAt.filter((proposal) => !page.includes(`<span class="code">${proposal.code}</span>`))).toEqual([]);
  });

  it("shows HTML in labels as text", () => {
    const page = text("once", "rapport.html");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/<script/i);
    expect(page).not.toContain("<b>gras");
  });
});

describe("rapport.xlsx", () => {
  it("opens, and holds every item in file order", async () => {
    const sheets = await readXlsxFile(bytes("auto", "rapport.xlsx"));
    expect(sheets.map((sheet) => sheet.sheet)).toEqual([
      "Analyses",
      "Examens",
      "Sous-chapitres",
      "Chapitres",
      "Références et versions",
    ]);
    const proposals = proposalsOf("auto");
    for (const [i, level] of ["analysis", "exam", "subchapter", "chapter"].entries()) {
      const [head, ...rows] = sheets[i]!.data;
      const items = proposals.filter((proposal) => proposal.level === level);
      expect(rows.map((row) => row[0])).toEqual(items.map((item) => item.code));
      const [confidence, loinc] = [head!.indexOf("Confiance"), head!.indexOf("LOINC")];
      for (const [r, item] of items.entries()) {
        expect(rows[r]![confidence]).toBeCloseTo(item.confidence, 4);
        expect(rows[r]![loinc] ?? "").toBe(item.candidates[0]?.loinc ?? "");
      }
    }
    expect(sheets[4]!.data.flat()).toContain(LOINC_NOTICE);
    expect(sheets[4]!.data.flat()).toContain(starter.info.title);
  });

  it("holds no formula", async () => {
    const cells = (await readXlsxFile(bytes("once", "rapport.xlsx"))).flatMap((sheet) => sheet.data.flat());
    expect(cells).toContain("'=1+1");
    expect(cells).toContain("'-2+3");
    expect(cells.filter((cell) => typeof cell === "string" && /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});
