/**
 * Axes read from a long common name, for references whose rows lack them: `Component [Property] in System by Method Scale --Challenge`.
 * Official tables always give the axes; this only fills what is empty.
 */
import { METHODS, PROPERTIES, SCALES, SYSTEMS } from "./name-words.ts";
import type { AxisValues } from "./term.ts";

const FRACTIONS = /^.*\/(100 )?(leukocytes|cells|lymphocytes|total)/i;
const RELATIVE = /actual\/normal/i;
const INR = /^INR\b/;
const MUTATIONS = /\bgenes? .*(mutation|repeat|deletion)/i;

// A name with a bracket is read around it: what stands before it may hold "in" too (`Cholesterol in HDL [Mass/volume] in Serum`).
const BRACKETED = /^(.*?)\s*\[([^\]]+)\](?:\s+(?:in|of|on|from|based on)\s+(.+?))?(?:\s+by\s+(.+))?$/;
const PLAIN = /^(.*?)()(?:\s+(?:in|of|on|from)\s+(.+?))?(?:\s+by\s+(.+))?$/;
const LAST_WORD = / (Nominal|Narrative|Qualitative)$/;
// `Escherichia coli DNA [Presence] by Probe in Positive blood culture`: the place may follow the method.
const METHOD_THEN_PLACE = /^(.+?) in (.+)$/;
const COLLECTED = /^(?:(\d+) hour|unspecified time) | collected for unspecified duration$/;

/** What `longName` says of the axes other than the component; an axis that it does not say is empty. */
export function axesFromName(longName: string): Omit<AxisValues, "component"> {
  const whole = longName.replace(/ ?--.*$/, "");
  const scaleSaid = SCALES[LAST_WORD.exec(whole)?.[1]?.toLowerCase() ?? ""];
  const name = whole.replace(LAST_WORD, "");
  const match = BRACKETED.exec(name) ?? PLAIN.exec(name);
  const said = (index: number) => (match?.[index] ?? "").toLowerCase();
  const [, how = said(4), place = said(3)] = METHOD_THEN_PLACE.exec(said(4)) ?? [];
  const collected = COLLECTED.exec(place);
  const where = place.replace(COLLECTED, "");
  const method = METHODS[how] ?? "";
  const [property, scale] = PROPERTIES[said(2)] ?? propertyOf(name, said(1), method);
  const isolate = property === "Susc" && where === "" ? "Isolate" : "";
  return {
    property,
    scale: scaleSaid ?? scale,
    time: collected !== null ? (collected[1] === undefined ? "XXX" : `${collected[1]}H`) : property === "" ? "" : "Pt",
    system: SYSTEMS[where] ?? isolate,
    method,
  };
}

/** Property and scale of a name without brackets. */
function propertyOf(name: string, component: string, method: string): readonly [property: string, scale: string] {
  if (name.includes("[") || name.includes(" panel")) return ["", ""];
  if (FRACTIONS.test(component)) return [method === "Electrophoresis" ? "MFr" : "NFr", "Qn"];
  if (method === "MIC" || method === "Agar diffusion") return ["Susc", "OrdQn"];
  if (RELATIVE.test(name)) return ["RelACnc", "Qn"];
  if (INR.test(name)) return ["RelTime", "Qn"];
  if (MUTATIONS.test(component)) return ["Prid", "Nom"];
  return method === "Coag" ? ["Time", "Qn"] : ["", ""];
}
