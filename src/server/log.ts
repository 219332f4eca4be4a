/** The server's log: what was asked and how it went, never what was said. */
import { type DestinationStream, type Logger, pino } from "pino";

/** JSON lines on the standard error unless said otherwise. */
export function openLog(destination?: DestinationStream, level = "info"): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(2));
}

/**
 * An error for the log. Its message may quote a row of the catalogue, a parameter or a password, so the log gets what it
 * is and where it was thrown.
 */
export function errorFacts(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const { code } = error as { readonly code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === "string" ? { code } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}
