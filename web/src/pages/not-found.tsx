/** An address that leads nowhere. */
import { Page } from "../components/page.tsx";
import { useMessages } from "../i18n/language.tsx";
import { Link } from "../navigation/link.tsx";
import { paths } from "../navigation/paths.ts";

export function NotFound() {
  const { common, shell } = useMessages();
  return (
    <Page title={common.notFound} lead={common.notFoundHelp}>
      <Link className="button primary" href={paths.projects}>
        {shell.projects}
      </Link>
    </Page>
  );
}
