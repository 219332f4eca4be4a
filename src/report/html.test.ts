import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeHtml, html } from "./html.ts";

describe("HTML as values", () => {
  it("no sign of a value survives, in an element or in an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const inElement = html`<p>${value}</p>`.text;
        const inAttribute = html`<p title="${value}">`.text;
        expect(inElement.slice(3, -4)).not.toMatch(/[<>"']/);
        expect(inAttribute.slice(10, -2)).not.toMatch(/[<>"']/);
        expect(escapeHtml(value)).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it("what is escaped can be read back", () => {
    const signs = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", ";", "amp") }), (value) => {
        const back = escapeHtml(value).replace(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign as keyof typeof signs]);
        expect(back).toBe(value);
      }),
    );
  });

  it("takes HTML as it is, joins lists, and writes nothing for what is not there", () => {
    const items = ["a", "<b>"].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${undefined}${false}${0}`.text).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul>0");
    expect(html`${html`<br>`}`.text).toBe("<br>");
    expect(String(html`<br>`)).toBe("<br>");
    expect(html`${[]}`.text).toBe("");
  });
});
