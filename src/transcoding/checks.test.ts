import { describe, expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import type { Level } from "../matching/row.ts";
import { checkDecisions, type ValueSet } from "./checks.ts";

const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({ code: "2345-7", component: "Glucose", property: "MCnc", status: "ACTIVE", use: "Both", class: "CHEM" }),
  aTerm({ code: "1521-4", component: "Glucose", property: "MCnc", status: "DEPRECATED", use: "Both" }),
  aTerm({ code: "14749-6", component: "Glucose", property: "SCnc", status: "DISCOURAGED", use: "Observation" }),
  aTerm({ code: "24331-1", component: "Lipid panel", property: "-", class: "PANEL.CHEM", use: "Order" }),
  aTerm({ code: "18719-5", component: "Chemistry studies", class: "CHEM" }),
]);
const rules = (level: Level, loinc: string, circuit?: ValueSet): string[] =>
  checkDecisions([{ level, code: "A", parent: "", loinc, name: "" }], release, circuit).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );

describe("what an SGL would say of a decision", () => {
  it("nothing of a good code, nor of an item without one", () => {
    expect(rules("analysis", "2345-7")).toEqual([]);
    expect(rules("exam", "24331-1")).toEqual([]);
    expect(rules("chapter", "18719-5")).toEqual([]);
    expect(rules("analysis", "")).toEqual([]);
  });

  it.each([
    ["analysis", "2345-8", ["error check-digit"]],
    ["analysis", "SANS", ["error check-digit"]],
    ["analysis", "718-7", ["error unknown"]],
    ["analysis", "1521-4", ["error deprecated"]],
    ["analysis", "14749-6", ["warning discouraged"]],
    ["analysis", "24331-1", ["error panel-on-analysis"]],
    ["analysis", "18719-5", ["error section-on-analysis"]],
    ["exam", "14749-6", ["warning discouraged", "warning result-on-exam"]],
  ] as const)("%s coded %s: %j", (level, loinc, expected) => {
    expect(rules(level, loinc)).toEqual(expected);
  });

  it("warns of a code outside Circuit de la biologie, when that value set is there", () => {
    expect(rules("analysis", "2345-7", new Set(["2345-7"]))).toEqual([]);
    expect(rules("analysis", "2345-7", new Set())).toEqual(["warning not-in-circuit"]);
    expect(rules("analysis", "", new Set())).toEqual([]);
  });

  it("names the code and the decision", () => {
    const decision = { level: "analysis", code: "GLU", parent: "", loinc: "1521-4", name: "" } as const;
    const [finding] = checkDecisions([decision], release);
    expect(finding?.decision).toBe(decision);
    expect(finding?.message).toContain("1521-4");
  });
});
