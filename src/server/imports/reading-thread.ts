/** Reads the laboratory's files in a thread of its own: thousands of rows take a second, in which a server must still answer. */
import type { Catalogue } from "../../catalogue/types.ts";
import { askedThread } from "../../engine/asked-thread.ts";
import type { SglFile } from "../../transcoding/sgl-files.ts";
import type { SglParts } from "../../workspace/export.ts";
import type { StagedImport } from "../../workspace/import-staging.ts";
import type { FileRows } from "../../workspace/read-rows.ts";
import type { StoredFile } from "../../workspace/types.ts";
import type { ImportPreview } from "../schemas/imports.ts";

export type ReadRequest =
  | { readonly preview: StagedImport }
  | { readonly rows: readonly StoredFile[] }
  | { readonly catalogue: readonly StoredFile[] }
  | { readonly sgl: SglParts };

export type ReadingThread = {
  /** What an import would bring. */
  readonly preview: (staged: StagedImport) => Promise<ImportPreview>;
  /** What files hold, as rows to review. */
  readonly rows: (files: readonly StoredFile[]) => Promise<FileRows>;
  /** The catalogue that files hold. */
  readonly catalogue: (files: readonly StoredFile[]) => Promise<Catalogue>;
  /** The files that go back to the SGL. */
  readonly sgl: (parts: SglParts) => Promise<readonly SglFile[]>;
  readonly close: () => Promise<void>;
};

export function startReading(): ReadingThread {
  const { ask, close } = askedThread<ReadRequest>(new URL("./reading-worker.ts", import.meta.url));
  return {
    preview: (preview) => ask({ preview }),
    rows: (rows) => ask({ rows }),
    catalogue: (catalogue) => ask({ catalogue }),
    sgl: (sgl) => ask({ sgl }),
    close,
  };
}
