/** Administration, in parts. */
import { useRole } from "../../api/session.ts";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { ADMIN_PARTS, type AdminPart, paths } from "../../navigation/paths.ts";
import { Backup } from "./backup.tsx";
import { HistoryOfAll } from "./history-of-all.tsx";
import { References } from "./references.tsx";
import { Users } from "./users.tsx";

const PARTS: Readonly<Record<AdminPart, () => React.ReactNode>> = {
  utilisateurs: Users,
  references: References,
  historique: HistoryOfAll,
  sauvegarde: Backup,
};

export function AdminPage({ part }: { part: AdminPart }) {
  const { admin } = useMessages();
  const allowed = useRole("admin");
  const Part = PARTS[part];
  return (
    <Page title={`${admin.title} · ${admin.parts[part]}`}>
      <nav className="tabs" aria-label={admin.title}>
        {ADMIN_PARTS.map((name) => (
          <Link key={name} href={paths.admin(name)} aria-current={name === part ? "page" : undefined}>
            {admin.parts[name]}
          </Link>
        ))}
      </nav>
      {allowed ? <Part /> : <Notice tone="warning">{admin.denied}</Notice>}
    </Page>
  );
}
