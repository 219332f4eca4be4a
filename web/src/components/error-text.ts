/** What a person reads when something failed: the server's own words when it gave some. */
import { useCallback } from "react";
import { ApiError } from "../api/client.ts";
import { useMessages } from "../i18n/language.tsx";

export function useErrorText(): (error: unknown) => string {
  const { errors } = useMessages();
  return useCallback(
    (error: unknown): string => {
      if (!(error instanceof ApiError)) return errors.unexpected;
      if (error.status === 0) return errors.unreachable;
      return error.message || errors.unexpected;
    },
    [errors],
  );
}
