/** The work in its order. */
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function NextSteps({ project }: { project: string }) {
  const { dashboard } = useMessages();
  return (
    <nav className="next-steps" aria-label={dashboard.start}>
      <Link href={paths.lots(project)}>{dashboard.startLots}</Link>
      <Link href={paths.rows(project, "?level=analysis&sort=confidence&state=proposed")}>{dashboard.startReview}</Link>
      <Link href={paths.signoff(project)}>{dashboard.startSign}</Link>
      <Link href={paths.exports(project)}>{dashboard.startExport}</Link>
    </nav>
  );
}
