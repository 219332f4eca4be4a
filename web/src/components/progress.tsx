/** How far long work is; a bar that moves to and fro when that is not known. */
import { Label, ProgressBar } from "react-aria-components";

export function Progress({ label, share }: { label: string; share: number | undefined }) {
  return (
    <ProgressBar className="progress" {...(share === undefined ? { isIndeterminate: true } : { value: share * 100 })}>
      {({ percentage, valueText }) => (
        <>
          <div className="progress-words">
            <Label>{label}</Label>
            <span className="number">{valueText}</span>
          </div>
          <svg className="progress-bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
            <rect className="track" width="100" height="2" />
            <rect className={share === undefined ? "fill moving" : "fill"} width={percentage ?? 30} height="2" />
          </svg>
        </>
      )}
    </ProgressBar>
  );
}
