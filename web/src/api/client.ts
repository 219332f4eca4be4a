/** One way to the server: JSON in and out, the session's CSRF token on whatever changes something, errors as `ApiError`. */

/** What the server answered when it did not do as asked; `status` 0 means that it could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(status: number, code: string, message: string, details?: unknown) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

let csrfToken = "";
let language = "fr";

/** Sets the token that the session gave. */
export function rememberCsrf(token: string): void {
  csrfToken = token;
}

/** Sets the language of the server's messages. */
export function speak(lang: string): void {
  language = lang;
}

export type Call = {
  readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly body?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal;
};

/** The headers of a call; also for uploads that report progress. */
export function headersFor(method: string, json: boolean): Record<string, string> {
  return {
    Accept: "application/json",
    "Accept-Language": language,
    ...(json ? { "Content-Type": "application/json" } : {}),
    ...(method === "GET" ? {} : { "X-CSRF-Token": csrfToken }),
  };
}

/** The server's answer to `path` (below `/api`). Throws `ApiError`. */
export async function call<Answer>(path: string, { method = "GET", body, form, signal }: Call = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: headersFor(method, body !== undefined),
      credentials: "same-origin",
      ...(form !== undefined ? { body: form } : body !== undefined ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "unreachable", "");
  }
  return answerOf<Answer>(response.status, await response.text());
}

/** Reads an answer: the value, or throws what the server said. */
export function answerOf<Answer>(status: number, text: string): Answer {
  const value = parsed(text);
  if (status >= 200 && status < 300) return value as Answer;
  const { error } = (value ?? {}) as { error?: { code?: string; message?: string; details?: unknown } };
  throw new ApiError(status, error?.code ?? "error", error?.message ?? "", error?.details);
}

function parsed(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `?a=1&b=2` of the values that are not empty. */
export function queryOf(values: { readonly [name: string]: string | number | undefined }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== "") query.set(name, `${value}`);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
