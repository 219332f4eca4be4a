import type { CatalogueDiff } from "../../workspace/catalogue-diff.ts";
import type { Row } from "../../workspace/types.ts";
import type { ImportDiff } from "../schemas/imports.ts";

export function diffAnswer({ added, removed, changed, unchanged }: CatalogueDiff): ImportDiff {
  const bare = ({ level, code, label }: Row) => ({ level, code, label, fields: [], reopens: false });
  return {
    added: added.map(bare),
    removed: removed.map(bare),
    changed: changed.map(({ after: { level, code, label }, fields, reopens }) => ({
      ...{ level, code, label, reopens },
      fields: [...fields],
    })),
    unchanged,
  };
}
