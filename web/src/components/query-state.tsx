/** What shows while an answer is awaited, and when it did not come. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMessages } from "../i18n/language.tsx";
import { Button } from "./button.tsx";
import { useErrorText } from "./error-text.ts";
import { Notice } from "./notice.tsx";

export function Loaded<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}) {
  const { common } = useMessages();
  const textOf = useErrorText();
  if (query.data !== undefined) return children(query.data);
  if (query.error)
    return (
      <Notice tone="error" title={textOf(query.error)}>
        <Button icon="again" onClick={() => query.refetch()}>
          {common.retry}
        </Button>
      </Notice>
    );
  return (
    <p className="soft waiting" role="status">
      {common.loading}
    </p>
  );
}
