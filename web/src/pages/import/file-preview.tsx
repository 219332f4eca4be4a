/** One file as it was understood, with each guess to correct in place. */
import { useCorrectImport } from "../../api/imports.ts";
import type { ImportCorrection, ImportPreview, PreviewFile } from "../../api/types.ts";
import { useErrorText } from "../../components/error-text.ts";
import { CheckField, SelectField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { useTold } from "../../i18n/use-told.ts";
import { FirstRows } from "./first-rows.tsx";
import { Problems } from "./problems.tsx";

type Correction = Omit<ImportCorrection["files"][number], "id">;
type Kind = NonNullable<PreviewFile["kind"]>;
type Encoding = NonNullable<Correction["encoding"]>;
type Properties = { importId: string; file: PreviewFile; onChange: (preview: ImportPreview) => void };

const KINDS: readonly Kind[] = ["chapters", "exams", "analyses"];

export function FilePreview({ importId, file, onChange }: Properties) {
  const { imports, words } = useMessages();
  const textOf = useErrorText();
  const told = useTold();
  const correcting = useCorrectImport(importId);
  const correct = (correction: Correction): void =>
    correcting.mutate({ id: file.id, ...correction }, { onSuccess: onChange });

  const encodings = [...new Set([file.encoding, ...Object.keys(imports.encodings)])];
  const kinds = KINDS.map((kind) => ({ value: kind, label: words.fileKinds[kind] }));
  return (
    <section className="card file-preview" aria-label={file.name} aria-busy={correcting.isPending}>
      <header>
        <h2>{file.name}</h2>
        <span className="soft">
          {imports.rowsOf(file.rows)} · {imports.separator} : {imports.separators[file.separator] ?? file.separator}
        </span>
      </header>
      {correcting.error && <Notice tone="error" title={textOf(correcting.error)} />}
      {file.kind === null && (
        <Notice tone="warning" title={imports.refused}>
          {file.problems
            .filter(({ severity }) => severity === "error")
            .map(({ code, message }) => (
              <p key={code}>{told(message)}</p>
            ))}
        </Notice>
      )}
      <div className="fields">
        <SelectField
          label={imports.kind}
          value={file.kind ?? ""}
          onChange={(event) => correct({ kind: event.target.value as Kind })}
          options={file.kind === null ? [{ value: "", label: imports.kindUnknown }, ...kinds] : kinds}
        />
        <SelectField
          label={imports.encoding}
          value={file.encoding}
          onChange={(event) => correct({ encoding: event.target.value as Encoding })}
          options={encodings.map((value) => ({ value, label: imports.encodings[value] ?? value }))}
        />
        <CheckField
          label={imports.header}
          checked={file.header}
          onChange={(event) => correct({ header: event.target.checked })}
        />
      </div>
      {file.firstRows.length > 0 && <FirstRows file={file} onColumns={(columns) => correct({ columns })} />}
      <h3>{imports.problems}</h3>
      {file.problems.length === 0 ? (
        <p className="soft">{imports.problemsNone}</p>
      ) : (
        <Problems problems={file.problems} />
      )}
    </section>
  );
}
