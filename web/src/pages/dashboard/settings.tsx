/** What a manager sets for a project: who reads twice; proposals made anew with another reference. */
import { useMatchAnew, useProject, useSecondReadingRule } from "../../api/projects.ts";
import type { Project } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { SelectField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Matching } from "../import/matching.tsx";

type Rule = Project["secondReading"];

export function Settings({ project }: { project: string }) {
  const { dashboard } = useMessages();
  const textOf = useErrorText();
  const query = useProject(project);
  const setting = useSecondReadingRule(project);
  const matching = useMatchAnew(project);
  const error = setting.error ?? matching.error;
  return (
    <section className="card">
      <h2>{dashboard.settings}</h2>
      {error && <Notice tone="error" title={textOf(error)} />}
      <Loaded query={query}>
        {({ secondReading }) => (
          <div className="fields">
            <SelectField
              wide
              label={dashboard.secondReading}
              value={secondReading}
              onChange={(event) => setting.mutate(event.target.value as Rule)}
              options={Object.entries(dashboard.secondReadings).map(([value, label]) => ({ value, label }))}
            />
          </div>
        )}
      </Loaded>
      {matching.data ? (
        <Matching started={matching.data} project={project} />
      ) : (
        <>
          <Button icon="again" busy={matching.isPending} onClick={() => matching.mutate()}>
            {dashboard.matchAnew}
          </Button>
          <p className="soft small">{dashboard.matchAnewHelp}</p>
        </>
      )}
    </section>
  );
}
