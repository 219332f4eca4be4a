/** Import in four steps: files, check, store, proposals. With a project it is a re-import, which shows what changes first. */
import { useState } from "react";
import { discardImport } from "../../api/imports.ts";
import type { ImportPreview, Started } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { CommitAgain } from "./commit-again.tsx";
import { CommitNew } from "./commit-new.tsx";
import { DropFiles } from "./drop-files.tsx";
import { FilePreview } from "./file-preview.tsx";
import { Matching } from "./matching.tsx";
import { Problems } from "./problems.tsx";
import { Steps } from "./steps.tsx";

export function ImportPage({ project }: { project?: string }) {
  const { imports } = useMessages();
  const [preview, setPreview] = useState<ImportPreview>();
  const [started, setStarted] = useState<Started>();
  const again = project !== undefined;

  const discard = (): void => {
    if (preview) discardImport(preview.id).catch(() => {});
    setPreview(undefined);
  };
  const step = started ? 3 : preview ? 1 : 0;
  return (
    <Page title={again ? imports.titleAgain : imports.title} lead={again ? imports.leadAgain : imports.lead}>
      <Steps at={step} />
      {started ? (
        <Matching started={started} project={project} />
      ) : preview ? (
        <>
          <Checked preview={preview} onChange={setPreview} />
          {again ? (
            <CommitAgain preview={preview} project={project} onStarted={setStarted} />
          ) : (
            <CommitNew preview={preview} onStarted={setStarted} />
          )}
          <Button tone="quiet" icon="cross" onClick={discard}>
            {imports.discard}
          </Button>
        </>
      ) : (
        <DropFiles onPreview={setPreview} />
      )}
    </Page>
  );
}

function Checked({ preview, onChange }: { preview: ImportPreview; onChange: (preview: ImportPreview) => void }) {
  const { imports } = useMessages();
  const { chapters, subchapters, exams, analyses } = preview.counts;
  return (
    <>
      <p className="counted">{imports.found(chapters + subchapters, exams, analyses)}</p>
      {preview.problems.length > 0 && (
        <section className="card">
          <h2>{imports.problemsAll}</h2>
          <Problems problems={preview.problems} />
        </section>
      )}
      {preview.files.map((file) => (
        <FilePreview key={file.id} importId={preview.id} file={file} onChange={onChange} />
      ))}
    </>
  );
}
