/** Everything in one file. */
import { Icon } from "../../components/icon.tsx";
import { useMessages } from "../../i18n/language.tsx";

export function Backup() {
  const { admin } = useMessages();
  return (
    <section className="card">
      <h2>{admin.backup}</h2>
      <p>{admin.backupText}</p>
      <p>
        <a className="button primary" href="/api/backup" download>
          <Icon name="download" /> {admin.download}
        </a>
      </p>
    </section>
  );
}
