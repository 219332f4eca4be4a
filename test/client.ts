/** People who talk to a server over HTTP as the pages do: for tests and for measures. */
import { randomUUID } from "node:crypto";

/** Answers of one person: keeps the cookie and the CSRF token as the page does. */
export type Client = {
  readonly id: string;
  readonly get: (path: string) => Promise<Response>;
  readonly send: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** As `send`, with headers and body as they are given. */
  readonly raw: (method: string, path: string, init?: RequestInit) => Promise<Response>;
};

type Asked = { readonly request: (url: string, init: RequestInit) => Response | Promise<Response> };

/** Who has these credentials at `app`, which answers at `origin`. */
export function clientOf(app: Asked, id: string, cookie: string, csrf: string, origin: string): Client {
  const raw = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers({ Origin: origin, "X-CSRF-Token": csrf, ...(cookie ? { Cookie: cookie } : {}) });
    for (const [name, value] of Object.entries(init.headers ?? {})) headers.set(name, value as string);
    return app.request(`${origin}${path}`, { ...init, method, headers });
  };
  return {
    id,
    raw,
    get: (path) => raw("GET", path),
    send: (method, path, body) =>
      raw(method, path, {
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { "Content-Type": "application/json" },
      }),
  };
}

/** Uploads `files` and imports them into a new project; waits until it has its proposals. */
export async function importProject(client: Client, files: readonly TestFile[], name = "Catalogue"): Promise<string> {
  const laboratory = await json<{ id: string }>(
    client.send("POST", "/api/laboratories", { name: `Laboratoire ${randomUUID()}` }),
  );
  const { id } = await json<{ id: string }>(upload(client, files));
  const commit = client.send("POST", `/api/imports/${id}/commit`, { laboratory: laboratory.id, name });
  const { job, project } = await json<{ job: string; project: string }>(commit);
  await jobDone(client, job);
  return project;
}

export type TestFile = { readonly name: string; readonly bytes: Uint8Array };

export function upload(client: Client, files: readonly TestFile[]): Promise<Response> {
  const body = new FormData();
  for (const { name, bytes } of files) body.append("files", new Blob([Buffer.from(bytes)]), name);
  return client.raw("POST", "/api/imports", { body });
}

/** The events of a job until its last one. */
export async function jobDone(client: Client, job: string): Promise<string> {
  const events = await (await client.get(`/api/jobs/${job}/events`)).text();
  if (!/^event: done$/m.test(events)) throw new Error(events);
  return events;
}

/** What an answer holds, when it is a good one. */
export async function json<T>(asked: Promise<Response>): Promise<T> {
  const answer = await asked;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text) as T;
}

/** A client of a server behind a socket. */
export type RemoteClient = Client & {
  /** The same person at another server of the same database. */
  readonly at: (address: string) => RemoteClient;
};

/** Signs in at `address` by the given request, which answers a session and its cookie. */
export async function remoteClient(
  address: string,
  method: string,
  path: string,
  body: unknown,
): Promise<RemoteClient> {
  const headers = { "Content-Type": "application/json", Origin: address };
  const answer = await fetch(`${address}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const { id, csrf } = (await answer.json()) as { id: string; csrf: string };
  const cookie = answer.headers.get("set-cookie")!.split(";")[0]!;
  const remote = (where: string): RemoteClient => {
    const app = { request: (url: string, init: RequestInit) => fetch(url, init) };
    return { ...clientOf(app, id, cookie, csrf, where), at: remote };
  };
  return remote(address);
}
