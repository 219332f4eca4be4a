/** One bar parted by state: signed full, decided striped, the rest open. Told in words too. */
import { useId } from "react";
import type { Project } from "../../api/types.ts";

type Properties = { label: string; states: Project["states"]; legend: string };

export function StateBar({ label, states, legend }: Properties) {
  const pattern = useId();
  const decided = states.decided + states["second-read"];
  const total = Math.max(1, states.todo + states.proposed + states.reopened + decided + states.signed);
  const signedWidth = (states.signed / total) * 100;
  const decidedWidth = (decided / total) * 100;
  return (
    <figure className="state-bar">
      <svg viewBox="0 0 400 14" preserveAspectRatio="none" role="img" aria-label={`${label} : ${legend}`}>
        <defs>
          <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="stripe-ground" />
            <line x1="0" y1="0" x2="0" y2="6" className="stripe" />
          </pattern>
        </defs>
        <rect className="open" x="0.5" y="0.5" width="399" height="13" />
        <rect x="0" width={signedWidth * 4} height="14" className="signed" />
        <rect x={signedWidth * 4} width={decidedWidth * 4} height="14" fill={`url(#${CSS.escape(pattern)})`} />
      </svg>
      <figcaption className="small soft">{legend}</figcaption>
    </figure>
  );
}
