/** Shows what a re-import changes, then applies it. */
import { useCommitImport, useDiff } from "../../api/imports.ts";
import type { ImportPreview, Started } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { Notice } from "../../components/notice.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Changes } from "./changes.tsx";

type Properties = { preview: ImportPreview; project: string; onStarted: (started: Started) => void };

export function CommitAgain({ preview, project, onStarted }: Properties) {
  const { imports } = useMessages();
  const textOf = useErrorText();
  const diff = useDiff(preview, project);
  const committing = useCommitImport(preview.id);
  return (
    <section className="card">
      <h2>{imports.diff}</h2>
      <Loaded query={diff}>
        {({ added, changed, removed, unchanged }) => (
          <>
            <p>{imports.diffCounts(added.length, changed.length, removed.length, unchanged)}</p>
            <Changes title={imports.changed} rows={changed} />
            <Changes title={imports.added} rows={added} />
            <Changes title={imports.removed} rows={removed} />
            {added.length + changed.length + removed.length === 0 && <p className="soft">{imports.nothing}</p>}
          </>
        )}
      </Loaded>
      {committing.error && <Notice tone="error" title={textOf(committing.error)} />}
      <Button
        tone="primary"
        busy={committing.isPending || diff.data === undefined}
        onClick={() => committing.mutate({ project }, { onSuccess: onStarted })}
      >
        {imports.commitAgain}
      </Button>
    </section>
  );
}
