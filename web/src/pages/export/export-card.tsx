/** One file to take away. When the SGL would refuse it, says why, and lets the person export it all the same. */
import { useMutation } from "@tanstack/react-query";
import { blockersOf, type ExportKind, saveExport } from "../../api/exports.ts";
import { Button } from "../../components/button.tsx";
import { CheckTable } from "../../components/check-table.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { Notice } from "../../components/notice.tsx";
import { useSay } from "../../components/said.tsx";
import { useMessages } from "../../i18n/language.tsx";

export function ExportCard({ project, kind }: { project: string; kind: ExportKind }) {
  const { exportPage: words } = useMessages();
  const say = useSay();
  const textOf = useErrorText();
  const saving = useMutation({
    mutationFn: (force: boolean) => saveExport(project, kind, force),
    onSuccess: ({ name, warnings }) => say(warnings > 0 ? words.savedWarnings(name, warnings) : words.saved(name)),
  });
  const { name, help } = words.kinds[kind];
  const blockers = blockersOf(saving.error);
  return (
    <li className="card export">
      <div>
        <h3>{name}</h3>
        <p className="soft small">{help}</p>
      </div>
      <Button
        icon="download"
        busy={saving.isPending}
        onClick={() => saving.mutate(false)}
        aria-label={words.saveKind(name)}
      >
        {words.save}
      </Button>
      {saving.error && !blockers && <Notice tone="error" title={textOf(saving.error)} />}
      {blockers && (
        <Notice tone="error" title={words.refused}>
          <p>{words.refusedText(blockers.length)}</p>
          <CheckTable project={project} checks={blockers.slice(0, 10)} />
          <Button tone="danger" icon="warning" busy={saving.isPending} onClick={() => saving.mutate(true)}>
            {words.force}
          </Button>
        </Notice>
      )}
    </li>
  );
}
