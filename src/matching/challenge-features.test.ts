import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { challengeWriter } from "./challenge-features.ts";
import { readRow } from "./read-row.ts";

const { engine } = matcher;
const { index } = engine.binding;
const write = challengeWriter(index);
const { values } = index.release.coded.component;

/** What is set for the first component with this challenge. */
function featuresOf(label: string, challenge: string): Record<string, number> {
  const component = values.findIndex((value) => value.endsWith(`^${challenge}`));
  expect(component).toBeGreaterThanOrEqual(0);
  const set: Record<string, number> = {};
  write(readRow(engine.binding, engine.read, aRow(label)), component, (feature, value) => {
    set[feature] = value;
  });
  return set;
}

describe("challenge features", () => {
  it("a stimulus that is not named leaves nothing unsaid, and is never said whole", () => {
    const any = featuresOf("GH T30", "30M post XXX challenge");
    expect(any).toMatchObject({ "challenge.unsaid": 0, "challenge.whole": 0, "challenge.time.agrees": 1 });
  });

  it("another time differs", () => {
    expect(featuresOf("GH T60", "30M post XXX challenge")).toMatchObject({ "challenge.time.differs": 1 });
  });

  it("a component without challenge misses a time that the row states", () => {
    const plain = values.findIndex((value) => value === "Glucose");
    const set: Record<string, number> = {};
    const put = (feature: string, value: number): void => {
      set[feature] = value;
    };
    write(readRow(engine.binding, engine.read, aRow("Glycémie T60")), plain, put);
    expect(set).toEqual({ "challenge.missing": 1 });
    write(readRow(engine.binding, engine.read, aRow("Glycémie")), plain, put);
    expect(set).toEqual({ "challenge.missing": 1 });
  });
});
