/** Official references installed on this machine; more by upload, with progress while it is sent and read. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button as AriaButton, FileTrigger } from "react-aria-components";
import { useAddReference, useRemoveReference } from "../../api/admin.ts";
import { useJob } from "../../api/job.ts";
import { useReferences } from "../../api/projects.ts";
import type { Reference } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { Notice } from "../../components/notice.tsx";
import { Progress } from "../../components/progress.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

type Counted = keyof Reference["counts"];

export function References() {
  const { admin } = useMessages();
  const format = useFormat();
  const query = useReferences();
  return (
    <section className="card">
      <h2>{admin.references}</h2>
      <p className="soft">{admin.referencesLead}</p>
      <Loaded query={query}>
        {({ references, loaded }) => (
          <>
            <p>{admin.loaded(loaded.title, loaded.version, format.number(loaded.terms))}</p>
            {references.length > 0 && <ReferenceTable references={references} />}
          </>
        )}
      </Loaded>
      <AddReference />
    </section>
  );
}

function ReferenceTable({ references }: { references: readonly Reference[] }) {
  const { admin, common } = useMessages();
  const format = useFormat();
  const textOf = useErrorText();
  const removing = useRemoveReference();
  const [asked, setAsked] = useState<Reference>();
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{admin.reference}</th>
            <th scope="col">{admin.version}</th>
            <th scope="col">{admin.content}</th>
            <th scope="col">{admin.added}</th>
            <th scope="col" className="number">
              {admin.size}
            </th>
            <th scope="col">{common.remove}</th>
          </tr>
        </thead>
        <tbody>
          {references.map((reference) => (
            <tr key={reference.id}>
              <th scope="row">{reference.title}</th>
              <td>{reference.version}</td>
              <td>
                {Object.entries(reference.counts)
                  .map(([sort, count]) => `${format.number(count)} ${admin.counted[sort as Counted]}`)
                  .join(", ")}
                {reference.inUse && <strong className="small"> {admin.inUse}</strong>}
              </td>
              <td title={reference.sha256}>{reference.added && format.date(reference.added)}</td>
              <td className="number">{admin.megabytes(format.number(Math.round(reference.bytes / 100_000) / 10))}</td>
              <td>
                <Button tone="quiet" aria-label={admin.remove(reference.title)} onClick={() => setAsked(reference)}>
                  {common.remove}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <Dialog title={admin.removeConfirm(asked.title)} onClose={() => setAsked(undefined)}>
          <p>{admin.removeText}</p>
          {removing.error && <Notice tone="error" title={textOf(removing.error)} />}
          <div className="buttons">
            <Button
              tone="danger"
              busy={removing.isPending}
              onClick={() => removing.mutate(asked.id, { onSuccess: () => setAsked(undefined) })}
            >
              {common.remove}
            </Button>
            <Button onClick={() => setAsked(undefined)}>{common.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function AddReference() {
  const { admin } = useMessages();
  const client = useQueryClient();
  const textOf = useErrorText();
  const [share, setShare] = useState(0);
  const adding = useAddReference(setShare);
  const job = useJob(adding.data?.job ?? null);
  const state = job?.state;
  useEffect(() => {
    if (state === "done") client.invalidateQueries({ queryKey: ["references"] });
  }, [state, client]);

  if (adding.isPending) return <Progress label={admin.uploading} share={share < 1 ? share : undefined} />;
  if (adding.data && state !== "done" && state !== "failed")
    return <Progress label={admin.reading} share={job && job.total > 0 ? job.done / job.total : undefined} />;
  return (
    <>
      {adding.error && <Notice tone="error" title={textOf(adding.error)} />}
      {state === "failed" && <Notice tone="error" title={job?.message || admin.referenceFailed} />}
      {state === "done" && <Notice tone="good" title={admin.referenceAdded} />}
      <FileTrigger
        acceptedFileTypes={[".zip", ".csv", ".xlsx", ".json", ".pack"]}
        onSelect={(files) => files?.[0] && adding.mutate(files[0])}
      >
        <AriaButton className="button primary">{admin.addReference}</AriaButton>
      </FileTrigger>
    </>
  );
}
