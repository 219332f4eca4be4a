/** Six cells, one an axis of LOINC: full when the row supports the proposed value, hollow when it is assumed, crossed when it contradicts. */
import { useMessages } from "../i18n/language.tsx";

const AXES = ["component", "property", "time", "system", "scale", "method"] as const;
const WIDTH = 9;

export function AxisGlyph({ verdicts }: { verdicts: string }) {
  const { words } = useMessages();
  if (verdicts.length !== AXES.length) return null;
  const told = { s: words.verdicts.supports, a: words.verdicts.assumed, c: words.verdicts.contradicts };
  const label = AXES.map((axis, i) => `${words.axes[axis]} : ${told[verdicts[i] as "s" | "a" | "c"]}`).join(", ");
  return (
    <svg className="axis-glyph" viewBox={`0 0 ${AXES.length * WIDTH} 14`} role="img" aria-label={label}>
      <title>{label}</title>
      {AXES.map((axis, i) => (
        <Cell key={axis} x={i * WIDTH} verdict={verdicts[i] ?? "a"} />
      ))}
    </svg>
  );
}

function Cell({ x, verdict }: { x: number; verdict: string }) {
  if (verdict === "s") return <rect className="supports" x={x + 1} y="1" width="6" height="12" rx="1" />;
  if (verdict === "c") return <path className="contradicts" d={`M${x + 1} 3l6 8M${x + 7} 3l-6 8`} />;
  return <rect className="assumed" x={x + 1.5} y="1.5" width="5" height="11" rx="1" />;
}
