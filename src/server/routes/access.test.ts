/** Every route with every role: who may, and who may not. A route that is not in the table fails. */
import { describe, expect, it } from "vitest";
import type { Client } from "../../../test/client.ts";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { testServer } from "../../../test/test-server.ts";
import { ROUTES } from "./routes.ts";

const ROLES = ["admin", "manager", "biologist", "reader"] as const;
type Asker = (typeof ROLES)[number] | "anonymous";

/** `a` admin, `m` manager, `b` biologist, `r` reader, `-` nobody signed in. */
const EXPECTED: Readonly<Record<string, string>> = {
  "get /health": "ambr-",
  "get /session": "ambr",
  "post /session": "ambr-",
  "delete /session": "ambr",
  "get /setup": "ambr-",
  "post /setup": "ambr-",
  "get /oidc/login": "ambr-",
  "get /oidc/callback": "ambr-",
  "get /users": "a",
  "post /users": "a",
  "patch /users/{user}": "a",
  "get /laboratories": "ambr",
  "post /laboratories": "am",
  "get /projects": "ambr",
  "get /projects/{project}": "ambr",
  "patch /projects/{project}": "m",
  "post /projects/{project}/match": "m",
  "post /imports": "m",
  "get /imports/{import}": "m",
  "patch /imports/{import}": "m",
  "get /imports/{import}/diff": "m",
  "post /imports/{import}/commit": "m",
  "delete /imports/{import}": "m",
  "get /jobs/{job}": "ambr",
  "get /jobs/{job}/events": "ambr",
  "get /projects/{project}/items": "ambr",
  "get /projects/{project}/items/{item}": "ambr",
  "post /projects/{project}/items/{item}/rerank": "mb",
  "post /projects/{project}/items/{item}/decide": "mb",
  "post /projects/{project}/items/{item}/second-read": "mb",
  "post /projects/{project}/items/{item}/ask-second-read": "mb",
  "post /projects/{project}/items/{item}/reopen": "mb",
  "post /projects/{project}/items/{item}/comments": "mb",
  "post /projects/{project}/decisions": "mb",
  "post /projects/{project}/batches/{batch}/undo": "mb",
  "post /projects/{project}/undo": "mb",
  "get /projects/{project}/lots": "ambr",
  "post /projects/{project}/lots/{key}/accept": "mb",
  "get /projects/{project}/chapters": "ambr",
  "get /projects/{project}/exams/{item}": "ambr",
  "get /projects/{project}/dashboard": "ambr",
  "get /projects/{project}/checks": "ambr",
  "get /projects/{project}/signoff": "ambr",
  "post /projects/{project}/signoff": "b",
  "get /projects/{project}/proofs": "ambr",
  "get /projects/{project}/proofs/{file}": "ambr",
  "get /projects/{project}/export/{kind}": "mb",
  "get /requests": "ambr",
  "post /projects/{project}/items/{item}/request": "mb",
  "get /loinc/search": "ambr",
  "get /loinc/{code}": "ambr",
  "get /references": "ambr",
  "post /references": "a",
  "delete /references/{reference}": "a",
  "get /history": "a",
  "get /backup": "a",
};

const LETTER: Readonly<Record<Asker, string>> = {
  admin: "a",
  manager: "m",
  biologist: "b",
  reader: "r",
  anonymous: "-",
};

const folder = temporaryFolder();
const server = await testServer({ dataDir: folder.path });
const clients = new Map<Asker, Client>([["anonymous", server.anonymous]]);
for (const role of ROLES) clients.set(role, await server.signIn([role]));

/** A request that gets past the door and fails at what it asks for. */
function ask(client: Client, method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  const real = `/api${path.replace(/\{\w+\}/g, "00000000-0000-4000-8000-000000000000")}`;
  const body = method === "get" || method === "delete" ? {} : { body: "{}" };
  const type = { "Content-Type": "application/json" };
  return client.raw(method.toUpperCase(), real, { ...body, headers: { ...type, ...headers } });
}

async function codeOf(answer: Response): Promise<string> {
  if (!answer.headers.get("content-type")?.startsWith("application/json")) return "";
  const { error } = (await answer.json()) as { error?: { code: string } };
  return error?.code ?? "";
}

const routes = ROUTES.map(({ method, path, who }) => ({ key: `${method} ${path}`, method, path, who }));

it("the table has every route, and no other", () => {
  expect(routes.map(({ key }) => key).sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(routes)("$key", ({ key, method, path }) => {
  // the session that signs out would take its client along
  it.skipIf(key === "delete /session").each([...askers()])("%s", async (asker) => {
    const answer = await ask(clients.get(asker)!, method, path);
    const code = await codeOf(answer);
    if (EXPECTED[key]?.includes(LETTER[asker])) {
      expect([401, 403, 500], `${asker} may: ${answer.status} ${code}`).not.toContain(answer.status);
    } else if (asker === "anonymous") expect([answer.status, code]).toEqual([401, "not-signed-in"]);
    else expect([answer.status, code]).toEqual([403, "not-allowed"]);
  });
});

function askers(): Asker[] {
  return Object.keys(LETTER) as Asker[];
}

const changing = routes.filter(({ method }) => method !== "get");

describe.each(changing)("$key", ({ key, method, path }) => {
  it("is refused from another site", async () => {
    const answer = await ask(clients.get("manager")!, method, path, { Origin: "https://ailleurs.example" });
    expect([answer.status, await codeOf(answer)]).toEqual([403, "csrf"]);
  });

  it.skipIf(EXPECTED[key]?.includes("-"))("is refused without the page's token, or with another's", async () => {
    const asker = askers().find((one) => EXPECTED[key]!.includes(LETTER[one]))!;
    for (const token of ["", "x".repeat(43)]) {
      const answer = await ask(clients.get(asker)!, method, path, { "X-CSRF-Token": token });
      expect([answer.status, await codeOf(answer)]).toEqual([403, "csrf"]);
    }
  });
});

it("nobody else's names lead here: a page of a foreign name that points to this machine is refused", async () => {
  const answer = await server.app.request("http://ailleurs.example:8787/api/setup");
  expect(answer.status).toBe(421);
});

it("signs out whoever is signed in", async () => {
  const guest = await server.signIn(["reader"]);
  expect((await guest.send("DELETE", "/api/session")).status).toBe(204);
  expect((await server.anonymous.send("DELETE", "/api/session")).status).toBe(401);
});
