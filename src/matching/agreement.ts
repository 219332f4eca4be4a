/** How far two rows state the same thing: label, unit, specimen, and the axes that their fields give. */
import type { Stated, StatedAxis } from "./stated.ts";

/** `silent`: neither says it; `one`: only one does; `near`: not the same words, but they may mean the same. */
export type Likeness = "same" | "silent" | "one" | "near" | "apart";

const PARTS = ["label", "unit", "specimen", "property", "time", "scale", "method"] as const;

export type Agreement = { readonly [part in (typeof PARTS)[number]]: Likeness };

/** How `a` and `b` agree; `undefined` when one part tells them apart. */
export function agreementOf(a: Stated, b: Stated): Agreement | undefined {
  const agreement: Agreement = {
    label: labels(a, b),
    unit: units(a.unit, b.unit),
    specimen: specimens(a.specimen, b.specimen),
    property: values(a.axes.property, b.axes.property),
    time: values(a.axes.time, b.axes.time),
    scale: values(a.axes.scale, b.axes.scale),
    method: techniques(a.axes.method, b.axes.method),
  };
  return PARTS.some((part) => agreement[part] === "apart") ? undefined : agreement;
}

/** True when nothing is said on one side only, and nothing differs. */
export function isExact(agreement: Agreement): boolean {
  return PARTS.every((part) => agreement[part] === "same" || agreement[part] === "silent");
}

function labels(a: Stated, b: Stated): Likeness {
  if (a.label !== "" && a.label === b.label) return "same";
  const others = [b.label, b.synonym];
  const meets = (key: string): boolean => key !== "" && others.includes(key);
  return meets(a.label) || meets(a.synonym) ? "near" : "apart";
}

function units(a: Stated["unit"], b: Stated["unit"]): Likeness {
  return bySides(a.key, b.key, () => {
    const [one, other] = [a.reading, b.reading];
    // g/L and mg/L measure the same property.
    const alike = one !== undefined && other !== undefined && one.dimension === other.dimension;
    return alike && one.per === other.per && one.time === other.time ? "near" : "apart";
  });
}

/** From this fit on a system is what a specimen means, not merely tolerated. */
const MEANT = 0.8;

function specimens(a: Stated["specimen"], b: Stated["specimen"]): Likeness {
  return bySides(a.key, b.key, () => {
    const [one, other] = [a.reading?.fit, b.reading?.fit];
    const shared = one?.some((fit, i) => fit >= MEANT && (other?.[i] ?? 0) >= MEANT) ?? false;
    return shared ? "near" : "apart";
  });
}

function values(a: StatedAxis, b: StatedAxis): Likeness {
  return bySides(a.key, b.key, () => (a.known && b.known ? "apart" : "near"));
}

/** Another technique seldom makes another analysis, and never the same one surely. */
function techniques(a: StatedAxis, b: StatedAxis): Likeness {
  return bySides(a.key, b.key, () => "near");
}

function bySides(a: string, b: string, differ: () => Likeness): Likeness {
  if (a === b) return a === "" ? "silent" : "same";
  return a === "" || b === "" ? "one" : differ();
}
