/** What the SGL would say of the table as it stands. */
import { useState } from "react";
import { useChecks } from "../../api/projects.ts";
import { Button } from "../../components/button.tsx";
import { CheckTable } from "../../components/check-table.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";

const SHOWN = 10;

export function Checks({ project }: { project: string }) {
  const { dashboard } = useMessages();
  const query = useChecks(project);
  const [all, setAll] = useState(false);
  return (
    <section className="card">
      <h2>{dashboard.checks}</h2>
      <Loaded query={query}>
        {(checks) => (
          <>
            {checks.length === 0 ? (
              <p className="soft">{dashboard.checksNone}</p>
            ) : (
              <CheckTable project={project} checks={all ? checks : checks.slice(0, SHOWN)} />
            )}
            {!all && checks.length > SHOWN && (
              <Button tone="quiet" icon="down" onClick={() => setAll(true)}>
                {dashboard.allChecks(checks.length)}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
