import { beforeAll, describe, expect, it } from "vitest";
import { onBothDatabases } from "../../test/databases.ts";
import {
  aPerson,
  aProject,
  autoProposal,
  exampleFiles,
  given,
  itemOf,
  loincChoice,
  manager,
  terms,
} from "../../test/review.ts";
import { loadStarter } from "../loinc/starter.ts";
import { checkDecisions } from "../transcoding/checks.ts";
import type { Database } from "./database.ts";
import { decide } from "./decide.ts";
import { exportSgl, sha256 } from "./export.ts";
import { history } from "./history.ts";
import { listItems } from "./list-items.ts";
import { getProof, listProofs, type Proof, type ProofDocument, proofText, sealOf } from "./proof.ts";
import { proofHtml } from "./proof-html.ts";
import { storeProposals } from "./proposals.ts";
import { isRefusal } from "./refusal.ts";
import { reopen, secondRead } from "./review-actions.ts";
import { rowKey } from "./rows-of-catalogue.ts";
import { type Blocker, type Check, signOff, signoffParts } from "./signoff.ts";
import { tableRows } from "./table.ts";
import type { Choice, ItemSummary } from "./types.ts";
import { undoBatch } from "./undo.ts";
import { readReturned, verifyProof } from "./verify-proof.ts";

const check: Check = (decisions) => checkDecisions(decisions, loadStarter());
const anne = aPerson("Anne", "biologist", ["18719-5"]);
const bruno = aPerson("Bruno <b>", "biologist");
const BIOCHEMISTRY = { kind: "specialty", key: "18719-5" } as const;
const WITHOUT_CODE: Choice = { kind: "local", reason: "", from: "search" };

onBothDatabases((source) => {
  let db: Database;
  let project: string;
  let proof: Proof;
  const scopeItems = async (): Promise<readonly ItemSummary[]> =>
    (await listItems(db, project, { specialty: BIOCHEMISTRY.key, limit: 1000 })).items;
  const refusal = async (scope: Parameters<typeof signOff>[3], who = anne) => {
    const result = await signOff(db, who, project, scope, check);
    if (!isRefusal(result)) throw new Error("it was signed");
    return result;
  };
  const messagesOf = (refused: { readonly details?: unknown }) =>
    (refused.details as Blocker[]).map(({ item, message }) => `${item.code}: ${message}`);

  beforeAll(async () => {
    db = await source.open();
    project = await aProject(db, { secondReading: "not-in-lot" });
    await storeProposals(db, manager, project, [autoProposal("chapter", "BIO", "18719-5")]);
  }, 120_000);

  it("is refused to others than biologists of the specialty", async () => {
    for (const who of [manager, aPerson("Admin", "admin"), aPerson("Hématologue", "biologist", ["18723-7"])]) {
      expect((await refusal(BIOCHEMISTRY, who)).refused).toBe("not-allowed");
    }
    expect((await refusal({ kind: "chapter", key: "NOWHERE" })).refused).toBe("not-found");
  });

  it("is refused while rows are undecided", async () => {
    const refused = await refusal(BIOCHEMISTRY);
    expect(refused.refused).toBe("blocked");
    expect(messagesOf(refused)).toHaveLength((await scopeItems()).length);
  });

  it("is refused while a second reader is missing or an SGL would refuse", async () => {
    const items = await scopeItems();
    const decisions = items.map(({ id, level }) => ({
      item: id,
      choice: level === "chapter" ? loincChoice("18719-5") : WITHOUT_CODE,
    }));
    await decide(db, anne, project, decisions, terms);
    const [one, two, ...others] = items.filter(({ level }) => level === "analysis");
    // a code of a chapter on an analysis
    await decide(db, anne, project, [{ item: one!.id, choice: loincChoice("18719-5") }], terms);
    const seconds = [...others, ...items.filter(({ level }) => level !== "analysis"), one!];
    await secondRead(
      db,
      bruno,
      project,
      seconds.map(({ id }) => ({ item: id, agree: true, reason: "" })),
    );
    const messages = messagesOf(await refusal(BIOCHEMISTRY)).sort();
    expect(messages).toHaveLength(2);
    expect(messages.join("\n")).toContain(`${two!.code}: Cette ligne attend une seconde lecture.`);
    expect(messages.join("\n")).toContain(`${one!.code}: 18719-5 est un code de chapitre`);
    const parts = await signoffParts(db, project, check);
    expect(parts.find(({ scope }) => scope.key === BIOCHEMISTRY.key)).toMatchObject({
      ready: false,
      signed: 0,
      items: items.length,
    });
    await decide(db, anne, project, [{ item: one!.id, choice: loincChoice("2345-7") }], terms);
    await secondRead(
      db,
      bruno,
      project,
      [one!, two!].map(({ id }) => ({ item: id, agree: true, reason: "" })),
    );
    const ready = await signoffParts(db, project, check);
    expect(ready.find(({ scope }) => scope.key === BIOCHEMISTRY.key)).toMatchObject({ ready: true, blockers: [] });
  });

  it("freezes the rows and leaves a proof", async () => {
    const before = await scopeItems();
    proof = given(await signOff(db, anne, project, { ...BIOCHEMISTRY, name: "Biochimie" }, check));
    expect(proof).toMatchObject({
      scope: { ...BIOCHEMISTRY, name: "Biochimie" },
      number: 1,
      previous: "",
      signedBy: { name: "Anne" },
      references: [{ version: "2.81" }],
      catalogue: { version: 1 },
    });
    expect(proof.catalogue.files).toEqual(exampleFiles().map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })));
    expect(proof.rows.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
    const after = await scopeItems();
    expect(after.every((item) => item.state === "signed" && item.proof === proof.id)).toBe(true);
    const { items, refusals } = await decide(db, anne, project, [{ item: after[0]!.id, choice: WITHOUT_CODE }], terms);
    expect([items, refusals[0]!.refused]).toEqual([[], "frozen"]);
    expect((await refusal(BIOCHEMISTRY)).refused).toBe("nothing-to-do");
  });

  it("cannot be undone", async () => {
    const [signed] = await history(db, { project, limit: 1 });
    expect(signed!.kind).toBe("signed-off");
    expect((await undoBatch(db, anne, project, signed!.batch)).refusals).toMatchObject([{ refused: "not-undoable" }]);
  });

  it("keeps the proof byte for byte, and refuses to change it", async () => {
    expect(await getProof(db, project, proof.id)).toBe(proofText(proof));
    expect(await listProofs(db, project)).toEqual([proof]);
    await expect(db.query("update proof set document = ''")).rejects.toThrow("append-only");
    await expect(db.query("delete from proof")).rejects.toThrow("append-only");
  });

  it("verifies the proof against the files that were given to the SGL", async () => {
    const files = given(await exportSgl(db, manager, project, { date: "20261130" }));
    const codes = files.flatMap((file) => readReturned(file).codes);
    expect(new Set(codes.map(rowKey))).toEqual(new Set((await tableRows(db, project)).map(rowKey)));
    expect(verifyProof(proofText(proof), codes)).toMatchObject({ verdict: "intact", compared: proof.rows.length });
    const row = proof.rows.find(({ loinc }) => loinc === "2345-7")!;
    const changed = files.map((file) => ({
      ...file,
      bytes: Buffer.from(Buffer.from(file.bytes).toString("latin1").replace(";2345-7;", ";2339-0;"), "latin1"),
    }));
    expect(
      verifyProof(
        proofText(proof),
        changed.flatMap((file) => readReturned(file).codes),
      ),
    ).toMatchObject({
      verdict: "mismatch",
      mismatches: [{ row: { code: row.code }, found: "2339-0" }],
    });
    expect(await tableRows(db, project, "signed")).toEqual(
      (await tableRows(db, project)).map((one) =>
        proof.rows.some(({ code, level }) => code === one.code && level === one.level)
          ? one
          : expect.objectContaining({ kind: "undecided", loinc: "" }),
      ),
    );
  });

  it("chains the next proof to the last, after a row was reopened", async () => {
    const row = await itemOf(db, project, "analysis", proof.rows.find(({ loinc }) => loinc === "2345-7")!.code);
    await reopen(db, anne, project, [{ item: row.id, reason: "changement d'automate" }]);
    expect(messagesOf(await refusal(BIOCHEMISTRY))[0]).toContain("changement d'automate");
    await decide(db, bruno, project, [{ item: row.id, choice: WITHOUT_CODE }], terms);
    await secondRead(db, anne, project, [{ item: row.id, agree: true, reason: "" }]);
    const next = given(await signOff(db, anne, project, BIOCHEMISTRY, check));
    expect(next).toMatchObject({ number: 2, previous: proof.seal });
    expect(verifyProof((await getProof(db, project, proof.id))!).verdict).toBe("intact");
  });
});

describe("a proof", () => {
  const document: ProofDocument = {
    ...{ format: "transloinc-proof", version: 1, id: "p", number: 1, laboratory: "Labo & <fils>" },
    ...{ project: { id: "x", name: "P" }, catalogue: { version: 1, files: [] } },
    scope: { kind: "specialty", key: "18719-5", name: "18719-5" },
    ...{ signedBy: { id: "a", name: "Bruno <b>" }, signedAt: "2026-11-27T10:00:00.000Z", references: [] },
    rows: [
      {
        ...{ level: "analysis", parent: "", code: "A", label: "<script>alert(1)</script>", kind: "loinc" },
        ...{ loinc: "2345-7", name: "Glucose", waitingCode: "", decidedBy: "Anne", reason: "" },
        ...{ decidedAt: "2026-11-27T09:00:00.000Z", secondBy: "" },
      },
    ],
    table: {
      rows: 1,
      sha256: sha256('["4-analysis","","A","<script>alert(1)</script>","loinc","2345-7","Glucose",""]\n'),
    },
    ...{ previous: "", notice: "LOINC" },
  };
  const sealed: Proof = { ...document, seal: sealOf(document) };

  it("is intact as it was made, however it is indented", () => {
    expect(verifyProof(JSON.stringify(sealed))).toMatchObject({ verdict: "intact", compared: 0 });
    expect(verifyProof(JSON.stringify(sealed, null, 4)).verdict).toBe("intact");
  });

  it.each([
    ["another code", { rows: [{ ...document.rows[0]!, loinc: "2339-0" }] }],
    ["another signer", { signedBy: { id: "b", name: "Carole" } }],
    ["another day", { signedAt: "2026-11-28T10:00:00.000Z" }],
    ["no row", { rows: [] }],
    ["something more", { more: true }],
  ])("is altered with %s", (_, change) => {
    expect(verifyProof(JSON.stringify({ ...sealed, ...change })).verdict).toBe("altered");
  });

  it("is altered when its rows are, even under a seal made anew", () => {
    const forged = { ...document, rows: [{ ...document.rows[0]!, loinc: "2339-0" }] };
    expect(verifyProof(JSON.stringify({ ...forged, seal: sealOf(forged) })).verdict).toBe("altered");
  });

  it.each([
    "",
    "{",
    "[]",
    "null",
    '{"format":"transloinc-proof"}',
    JSON.stringify({ ...sealed, rows: [{ level: "x" }] }),
  ])("is unreadable as %j", (text) => {
    expect(verifyProof(text)).toEqual({ verdict: "unreadable" });
  });

  it("says when the table lacks a signed row", () => {
    const table = [{ level: "analysis", parent: "", code: "B", loinc: "2345-7" }] as const;
    expect(verifyProof(JSON.stringify(sealed), table)).toMatchObject({
      verdict: "mismatch",
      mismatches: [{ found: null }],
    });
  });

  it("prints everything escaped", () => {
    const page = proofHtml(sealed);
    expect(page).toContain("Labo &amp; &lt;fils&gt;");
    expect(page).not.toContain("<script");
    expect(page).toContain(sealed.seal);
    expect(page).toContain("2026-11-27 10:00:00 UTC");
    expect(proofHtml(sealed, "en")).toContain('<html lang="en">');
  });

  it("asks for the name of a returned file", () => {
    expect(readReturned({ name: "table.csv", bytes: Buffer.from("A;B") }).problems).toMatchObject([
      { code: "unknown-kind" },
    ]);
  });
});
