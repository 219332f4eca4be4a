import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formKey, tokens } from "./tokens.ts";

const words = (text: string): string[] => tokens(text).map((token) => token.word);

describe("tokens", () => {
  it("quote the text that was given, in order", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), (text) => {
        let end = 0;
        for (const token of tokens(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.text).not.toBe("");
          expect(token.start).toBeGreaterThanOrEqual(end);
          end = token.end;
        }
      }),
    );
  });

  it.each([
    ["Créatinine (sérum)", ["creatinine", "serum"]],
    ["T60MN", ["t", "60", "mn"]],
    ["CA 19-9", ["ca", "19", "9"]],
    ["Dosage de l'hémoglobine et du fer", ["dosage", "hemoglobine", "fer"]],
    ["LA", ["la"]],
    ["Au", ["au"]],
    ["AU urinaire", ["au", "urinaire"]],
    ["TEST AU LATEX", ["test", "latex"]],
    ["au microscope", ["microscope"]],
    ["Leucocytes % / 100", ["leucocyte", "%", "/", "100"]],
    ["cre\u0301atinine", ["creatinine"]],
    ["  ", []],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe("the key of a form", () => {
  it.each([
    ["C.R.P.", "crp"],
    ["CA 19-9", "ca199"],
    ["Protéines totales", "protéine totale"],
    ["Temps de Quick", "temps quick"],
    ["Rapport A/G", "rapport ag"],
    ["β-HCG", "beta hcg"],
    ["DHEA-S", "DHEAS"],
    ["Facteurs de l’hémostase", "facteur hémostase"],
  ])("%s is the key of %s", (form, other) => {
    expect(formKey(form)).toBe(formKey(other));
  });

  it.each([
    ["T3", "T4"],
    ["IgG", "IgM"],
    ["%", "/"],
    ["sodium", "potassium"],
  ])("tells %s from %s", (form, other) => {
    expect(formKey(form)).not.toBe(formKey(other));
  });

  it("is % or / when the form is nothing else", () => {
    expect([formKey("%"), formKey(" / "), formKey("-")]).toEqual(["%", "/", ""]);
  });

  it("keeps letters between digits that look like a linking word: 00au0taa", () => {
    expect(formKey("00au0taa")).toBe("00au0taa");
    expect(formKey("00a u0taa")).toBe("00au0taa");
  });

  it("does not change with case, accents, punctuation and spaces", () => {
    // A word that is nothing but a linking word is left out where it stands alone.
    const word = fc
      .tuple(fc.stringMatching(/^[a-rt-w0-9]{2,8}$/), fc.constantFrom("a", "e", "n", "t", "9"))
      .map(([start, end]) => start + end)
      .filter((text) => formKey(`x ${text}`) === `x${text}`);
    const spelled = (text: string, accents: readonly boolean[], capitals: readonly boolean[]): string =>
      Array.from(text, (letter, i) => {
        const accented = accents[i % accents.length] ? (ACCENTED[letter] ?? letter) : letter;
        return capitals[i % capitals.length] ? accented.toUpperCase() : accented;
      }).join("");
    const flags = fc.array(fc.boolean(), { minLength: 1 });
    const separator = fc.constantFrom("", " ", "-", ".", " (", ") ", ", ", "_", "  ", "/", "'", "\u00a0");
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        flags,
        flags,
        separator,
        (parts, accents, capitals, by) => {
          expect(formKey(parts.map((part) => spelled(part, accents, capitals)).join(by))).toBe(
            formKey(parts.join(" ")),
          );
        },
      ),
    );
  });
});

const ACCENTED: Readonly<Record<string, string>> = { a: "à", c: "ç", e: "é", i: "ï", o: "ô", u: "ù", n: "n\u0303" };
