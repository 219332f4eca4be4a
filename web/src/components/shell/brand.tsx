/** The name, with two axes told and one open. */
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function Brand() {
  return (
    <Link className="brand" href={paths.projects}>
      <svg viewBox="0 0 26 18" aria-hidden="true">
        <rect x="1" y="2" width="6" height="14" rx="1" fill="currentColor" />
        <rect x="10" y="2" width="6" height="14" rx="1" fill="currentColor" />
        <rect
          x="19.75"
          y="2.75"
          width="4.5"
          height="12.5"
          rx="0.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      </svg>
      Transloinc
    </Link>
  );
}
