/** Stores the import as a new project, of a laboratory that is there or a new one. */
import { type FormEvent, useState } from "react";
import { useCommitImport, useNewLaboratory } from "../../api/imports.ts";
import { useLaboratories } from "../../api/projects.ts";
import type { ImportPreview, Started } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { SelectField, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { useMessages } from "../../i18n/language.tsx";

type Properties = { preview: ImportPreview; onStarted: (started: Started) => void };

const NEW = "";

export function CommitNew({ preview, onStarted }: Properties) {
  const { imports } = useMessages();
  const textOf = useErrorText();
  const { data: laboratories = [] } = useLaboratories();
  const committing = useCommitImport(preview.id);
  const making = useNewLaboratory();
  const [chosen, setChosen] = useState<string>();
  const [laboratoryName, setLaboratoryName] = useState("");
  const [name, setName] = useState("");

  const laboratory = chosen ?? laboratories[0]?.id ?? NEW;
  const error = making.error ?? committing.error;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const id = laboratory === NEW ? (await making.mutateAsync(laboratoryName)).id : laboratory;
      // Should storing fail, a second try must not make the laboratory twice.
      setChosen(id);
      onStarted(await committing.mutateAsync({ laboratory: id, name }));
    } catch {
      // told by `error`
    }
  };
  return (
    <form className="card form" onSubmit={submit}>
      <h2>{imports.where}</h2>
      {error && <Notice tone="error" title={textOf(error)} />}
      <div className="fields">
        {laboratories.length > 0 && (
          <SelectField
            label={imports.laboratory}
            value={laboratory}
            onChange={(event) => setChosen(event.target.value)}
            options={[
              ...laboratories.map(({ id, name: label }) => ({ value: id, label })),
              { value: NEW, label: imports.newLaboratory },
            ]}
          />
        )}
        {laboratory === NEW && (
          <TextField
            label={imports.laboratoryName}
            value={laboratoryName}
            onChange={(event) => setLaboratoryName(event.target.value)}
            required
          />
        )}
        <TextField
          label={imports.name}
          help={imports.nameHelp}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
        />
      </div>
      <Button tone="primary" submit busy={making.isPending || committing.isPending}>
        {imports.commit}
      </Button>
    </form>
  );
}
