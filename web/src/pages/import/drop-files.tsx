/** Takes files by drop or by choice, sends them and hands on the preview. */
import { useState } from "react";
import { Button as AriaButton, DropZone, FileTrigger, Text } from "react-aria-components";
import { useUploadFiles } from "../../api/imports.ts";
import type { ImportPreview } from "../../api/types.ts";
import { useErrorText } from "../../components/error-text.ts";
import { Icon } from "../../components/icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { Progress } from "../../components/progress.tsx";
import { useMessages } from "../../i18n/language.tsx";

export function DropFiles({ onPreview }: { onPreview: (preview: ImportPreview) => void }) {
  const { imports } = useMessages();
  const textOf = useErrorText();
  const [share, setShare] = useState(0);
  const sending = useUploadFiles(setShare);
  const send = (files: readonly File[]): void => {
    if (files.length > 0) sending.mutate(files, { onSuccess: onPreview });
  };
  return (
    <>
      {sending.error && <Notice tone="error" title={textOf(sending.error)} />}
      {sending.isPending ? (
        <Progress label={imports.sending} share={share < 1 ? share : undefined} />
      ) : (
        <DropZone
          className="drop-zone"
          onDrop={async (event) => {
            const items = event.items.filter((item) => item.kind === "file");
            send(await Promise.all(items.map((item) => item.getFile())));
          }}
        >
          <Icon name="upload" />
          <Text slot="label">{imports.drop}</Text>
          <span className="soft">{imports.or}</span>
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={[".csv", ".txt", ".tsv", ".xlsx"]}
            onSelect={(list) => send([...(list ?? [])])}
          >
            <AriaButton className="button primary">{imports.choose}</AriaButton>
          </FileTrigger>
        </DropZone>
      )}
    </>
  );
}
