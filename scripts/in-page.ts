/** What a test prepares behind the page's back, as the person who is signed in on it. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Page } from "playwright-core";

export type InPage = {
  /** Asks the API; throws when it refuses. */
  readonly send: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Imports files into a new project and waits for its proposals; its id. */
  readonly importProject: (files: readonly string[], laboratory: string, name: string) => Promise<string>;
};

type Sent = { readonly status: number; readonly text: string };

export function inPage(page: Page): InPage {
  const fetched = async (path: string, init: string): Promise<string> => {
    const { status, text } = await page.evaluate<Sent>(`(async () => {
      const session = await fetch("/api/session");
      const { csrf = "" } = session.ok ? await session.json() : {};
      const init = ${init};
      const answer = await fetch("/api${path}", { ...init, headers: { ...init.headers, "X-CSRF-Token": csrf } });
      return { status: answer.status, text: await answer.text() };
    })()`);
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    return text;
  };
  const send = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const json = body === undefined ? "" : `, body: ${JSON.stringify(JSON.stringify(body))}`;
    const text = await fetched(path, `{ method: "${method}", headers: { "Content-Type": "application/json" }${json} }`);
    return (text === "" ? undefined : JSON.parse(text)) as Answer;
  };
  return {
    send,
    async importProject(files, laboratoryName, name) {
      const parts = files.map((file) => [basename(file), readFileSync(file, "base64")]);
      const form = `(() => {
        const form = new FormData();
        for (const [name, base64] of ${JSON.stringify(parts)})
          form.append("files", new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
        return { method: "POST", headers: {}, body: form };
      })()`;
      const { id } = JSON.parse(await fetched("/imports", form)) as { id: string };
      const laboratory = await send<{ id: string }>("POST", "/laboratories", { name: laboratoryName });
      const commit = { laboratory: laboratory.id, name };
      const { job, project } = await send<{ job: string; project: string }>("POST", `/imports/${id}/commit`, commit);
      await jobDone(job);
      return project;
    },
  };

  async function jobDone(id: string): Promise<void> {
    for (;;) {
      const { state } = await send<{ state: string }>("GET", `/jobs/${id}`);
      if (state === "done") return;
      if (state === "failed") throw new Error("the job failed");
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

export const PASSWORD = "une phrase facile à retenir";

/** Makes the first account, with every role, and signs it in. */
export async function signedInWithEveryRole(page: Page, address: string): Promise<InPage> {
  await page.goto(address);
  const api = inPage(page);
  await api.send("POST", "/setup", { login: "guide", name: "Compte du guide", password: PASSWORD });
  const { id } = await api.send<{ id: string }>("GET", "/session");
  await api.send("PATCH", `/users/${id}`, { roles: ["admin", "manager", "biologist"] });
  await api.send("POST", "/session", { login: "guide", password: PASSWORD });
  return api;
}
