import { describe, expect, it } from "vitest";
import { systemTold } from "./system-told.ts";

const PLAIN = { component: "Sodium", forms: "sodium | Na", system: "" };
const BLOOD = { component: "Sodium", forms: "natrémie", system: "Ser/Plas" };
const URINE = { component: "Sodium", forms: "natriurèse", system: "Urine" };
const ONE = { component: "Thyrotropin", forms: "TSH", system: "Ser/Plas" };

describe("forms that say the system", () => {
  it("are those that differ from what most forms of the component imply", () => {
    const told = systemTold([PLAIN, BLOOD, URINE, ONE]);
    expect([PLAIN, BLOOD, URINE].map(told)).toEqual([false, true, true]);
  });

  it("are not those that imply what is usual of the component", () => {
    expect(systemTold([PLAIN, ONE])(ONE)).toBe(false);
    const usual = { ...BLOOD, forms: "natrémie | sodium sérique | Na plasma" };
    expect(systemTold([PLAIN, usual])(usual)).toBe(false);
  });
});
