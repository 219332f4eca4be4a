import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf } from "./candidates.ts";
import { rankAnalysis } from "./rank-analysis.ts";
import { scorerOf } from "./score.ts";
import { losesSpecies, organismsNamed } from "./species.ts";

const { engine, model } = matcher;
const proposed = (label: string, specimen = "") =>
  rankAnalysis(matcher, candidatesOf(engine, aRow(label, { specimen })), scorerOf(engine, model)).proposal;
const lost = (component: string, label: string): boolean =>
  losesSpecies(component, () => organismsNamed(engine.binding, label));

describe("a species in a search", () => {
  it.each([
    ["Œufs ASCARIS", "Ova & parasites identified"],
    ["OEUFS S.MANSONI", "Schistosoma sp identified"],
    ["Larves d'anguillule", "Ova & parasites identified"],
    ["MF Loa loa", "Filaria identified"],
    ["V. cholerae O139", "Vibrio sp identified"],
    ["P. malariae", "Plasmodium sp identified"],
    ["Trichuris trichiura", "Ova & parasites identified"],
    ["Hymenolepis nana", "Ova & parasites identified"],
    ["Typhoïde IgM", "Salmonella sp Ab.IgM"],
    ["Coproculture (Salmonella, Shigella, Campylobacter, Yersinia)", "Salmonella & Shigella sp identified"],
  ])("is lost when `%s` is called %s: regression for the examination's code, signed in a lot", (label, component) => {
    expect(lost(component, label)).toBe(true);
  });

  it.each([
    ["Recherche de parasites", "Ova & parasites identified"],
    ["Recherche de microfilaires", "Filaria identified"],
    ["Bilharzies selles", "Schistosoma sp identified"],
    ["Kystes, œufs et parasites", "Ova & parasites identified"],
    ["EPS examen direct", "Ova & parasites identified"],
    ["Germe identifié", "Bacteria identified"],
    ["Culture BK", "Mycobacterium sp identified"],
    ["Giardia", "Giardia lamblia"],
    ["Coproculture (Salmonella, Shigella)", "Salmonella & Shigella sp identified"],
    ["Salmonelles IgM", "Salmonella sp Ab.IgM"],
    ["Ascaris IgM", "Salmonella sp Ab.IgM"],
  ])("is none in `%s`", (label, component) => {
    expect(lost(component, label)).toBe(false);
  });

  it("leaves the row without a code, and the reason says why", () => {
    const { band, candidates } = proposed("Œufs ASCARIS", "Selles");
    expect(band).toBe("none");
    expect(candidates[0]!.axes.component.evidence).toBe(
      "libellé « Œufs ASCARIS » : nomme ce qui est cherché, que ce code plus général ne dit pas",
    );
    expect(proposed("Recherche de parasites", "Selles").candidates[0]!.axes.component.evidence).toBe(
      "libellé « Recherche de parasites »",
    );
  });
});
