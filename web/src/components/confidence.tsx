/** A confidence as a number with a bar under it. */
import { useFormat } from "../i18n/format.ts";

export function Confidence({ share, band }: { share: number; band?: "auto" | "review" | "none" }) {
  const format = useFormat();
  return (
    <span className="confidence">
      <span className="number">{format.percent(share)}</span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" width="100" height="4" />
        <rect className={`fill ${band ?? "review"}`} width={Math.max(1, share * 100)} height="4" />
      </svg>
    </span>
  );
}
