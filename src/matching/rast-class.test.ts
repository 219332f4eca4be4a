import { describe, expect, it } from "vitest";
import { aRow } from "../../test/starter-engine.ts";
import { aTerm } from "../../test/term.ts";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { buildEngine } from "./candidates.ts";
import { readRow } from "./read-row.ts";
import { indexReference } from "./reference-index.ts";

const MITE = "Dermatophagoides pteronyssinus Ab.IgE";
const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({ code: "6096-2", component: MITE }),
  aTerm({ code: "15682-8", component: `${MITE}.RAST class` }),
  aTerm({ code: "6206-7", component: "Arachis hypogaea Ab.IgE" }),
]);
const engine = buildEngine(loadLexicon(), indexReference(release), new Set());
const readingOf = (label: string) => readRow(engine.binding, engine.read, aRow(label));
const meant = (label: string): string[] =>
  readingOf(label).label.segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));

describe("classes of IgE", () => {
  it("`IgE d1 classe` is a class, `IgE d1` a concentration", () => {
    expect(meant("IgE d1 classe")).toContain(`${MITE}.RAST class`);
    expect(meant("IgE d1 classe")).not.toContain(MITE);
    expect(meant("IgE d1")).toContain(MITE);
  });

  it("stays with the concentration where the reference has no class", () => {
    expect(meant("IgE f13 classe")).toContain("Arachis hypogaea Ab.IgE");
  });

  it("says the scale", () => {
    const { evidence } = readingOf("IgE d1 classe");
    expect(evidence.filter(({ axis }) => axis === "scale").flatMap(({ values }) => values)).toEqual(["Ord"]);
  });
});
