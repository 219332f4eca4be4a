import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { withoutExplanation } from "./explanations.ts";

const { read } = matcher.engine;
const left = (label: string): string => withoutExplanation(read, label);

describe("what explains in parentheses", () => {
  it("is left out behind a name: regression for cobalt of a prosthesis, toluene for its metabolite", () => {
    expect(left("Cobalt sanguin (prothèse métal-métal)")).toBe("Cobalt sanguin");
    expect(left("Acide hippurique (exposition au toluène) urine")).toBe("Acide hippurique urine");
    expect(left("Cuivre (plasma, maladie de Wilson)")).toBe("Cuivre (plasma)");
  });

  it("stays with a specimen, a time or a kind: regression for saliva of a Cushing syndrome, signed as serum", () => {
    expect(left("Cortisol (syndrome de Cushing, salive minuit)")).toBe("Cortisol (, salive minuit)");
    for (const label of [
      "Cortisol (syndrome de Cushing salive)",
      "Protéines (syndrome néphrotique urines)",
      "Antithrombine (déficit Ag)",
      "Anticardiolipine (syndrome SAPL IgM)",
      "GH (déficit somatotrope T30)",
    ])
      expect(left(label)).toBe(label);
  });

  it("stays where it says what is measured, or nothing before it does", () => {
    for (const label of [
      "Calcium (ionisé)",
      "IgG (maladie de Lyme)",
      "Cortisol (sous dexaméthasone)",
      "(syndrome inflammatoire) CRP",
    ])
      expect(left(label)).toBe(label);
  });
});
