import { mkdirSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importProject, upload } from "../../test/client.ts";
import { exampleFiles } from "../../test/review.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { PASSWORD, testServer } from "../../test/test-server.ts";
import { ROUTES } from "./routes/routes.ts";

const folder = temporaryFolder();
mkdirSync(folder.path, { recursive: true });
folder.write("web/index.html", '<!doctype html><title>Transloinc</title><script src="/assets/a-1.js"></script>');
folder.write("web/assets/a-1.js", "export {};");
folder.write("secret.txt", "hors du dossier");
const server = await testServer({
  dataDir: folder.path,
  webRoot: `${folder.path}/web`,
  uploads: { catalogue: 1_000_000, reference: 100_000 },
});
const manager = await server.signIn(["manager"]);
const admin = await server.signIn(["admin"]);

describe("pages", () => {
  it("are files with their cache headers, and the application for every other address", async () => {
    const file = await server.anonymous.get("/assets/a-1.js");
    expect(file.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(file.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    for (const path of ["/", "/index.html", "/projets/12/lignes", "/assets"]) {
      const page = await server.anonymous.get(path);
      expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-cache"]);
      expect(await page.text()).toContain("<title>Transloinc</title>");
    }
    expect((await server.anonymous.get("/assets/gone.js")).status).toBe(404);
  });

  it("are not those of other folders", async () => {
    for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/%00.txt", "/%.txt"])
      expect(await (await server.anonymous.get(path)).text()).not.toContain("hors du dossier");
  });

  it("have a strict content policy and the other headers", async () => {
    for (const path of ["/", "/api/health", "/api/nothing", "/assets/a-1.js"]) {
      const { headers } = await server.anonymous.get(path);
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("strict-transport-security")).toBeNull();
    }
    expect((await server.anonymous.get("/api/health")).headers.get("cache-control")).toBe("no-store");
  });

  it("say so when they are served by https, and mark the cookie", async () => {
    const secure = await testServer({ publicUrl: "https://loinc.hopital.example" });
    const body = JSON.stringify({ login: "a", name: "A", password: "une phrase de passe" });
    const headers = { "Content-Type": "application/json", Origin: "https://loinc.hopital.example" };
    const made = await secure.app.request("http://localhost:8787/api/setup", { method: "POST", body, headers });
    expect(made.headers.get("set-cookie")).toMatch(/; Secure; SameSite=Strict$/);
    expect(made.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });
});

describe("the API", () => {
  it("describes itself, every route of it", async () => {
    const document = (await (await server.anonymous.get("/api/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { summary: string }>>;
    };
    expect(document.openapi).toBe("3.1.0");
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} /api${path}`).sort());
  });

  it("has a page for people that loads nothing and runs nothing", async () => {
    const answer = await server.anonymous.get("/api/docs");
    const page = await answer.text();
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page).not.toMatch(/<script|<link|src=|https?:\/\/|style="/);
    for (const { path } of ROUTES) expect(page).toContain(`<code>/api${path}</code>`);
    expect(page).toContain("Décider d&#39;une ligne");
  });

  it("speaks English to who asks for it", async () => {
    const ask = (language: string) =>
      server.anonymous.raw("GET", "/api/session", { headers: { "Accept-Language": language } });
    expect(await (await ask("en-GB,en;q=0.9,fr;q=0.8")).json()).toMatchObject({
      error: { message: "Please sign in." },
    });
    expect(await (await ask("de, fr-CH;q=0.5, en;q=0.2")).json()).toMatchObject({
      error: { message: "Connectez-vous." },
    });
  });

  it("refuses bodies that are no JSON, and names the fields that do not fit without repeating them", async () => {
    const broken = await admin.raw("POST", "/api/users", {
      body: "{",
      headers: { "Content-Type": "application/json" },
    });
    expect([broken.status, await broken.json()]).toMatchObject([400, { error: { code: "bad-request" } }]);
    const wrong = await admin.send("POST", "/api/users", { login: "", name: "x", roles: ["chef"], password: "court" });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain('"field":"roles.0"');
    expect(text).not.toContain("chef");
  });

  it("says nothing of what went wrong inside, to the client or about data in the log", async () => {
    await server.services.database.query("alter table laboratory rename to away");
    const answer = await manager.send("POST", "/api/laboratories", { name: "Laboratoire Curieux" });
    await server.services.database.query("alter table away rename to laboratory");
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(JSON.parse(text)).toEqual({ error: { code: "internal", message: expect.stringContaining("journal") } });
    expect(text).not.toMatch(/laboratory|at |sql/i);
    expect(server.logged()).toMatch(/"level":50.*"error":"DatabaseError".*"at":\["at /);
    expect(server.logged()).not.toMatch(/Curieux/);
  });
});

describe("uploads", () => {
  it("end at their limit, with a message", async () => {
    const files = [{ name: "LOINC_3.csv", bytes: new Uint8Array(1_200_000).fill(65) }];
    const answer = await upload(manager, files);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: { code: "too-large", message: expect.stringMatching(/limite de 1 Mio/) },
    });
  });

  it("are not kept past their limit when they do not tell their length", async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const init = { body: endless, duplex: "half", headers: { "Content-Type": "application/octet-stream" } };
    const answer = await admin.raw("POST", "/api/references?name=x.zip", init as RequestInit);
    expect(answer.status).toBe(413);
    // read on and thrown away for a while, so that a browser sees the answer; then cut off
    expect(given).toBeLessThan(300_000_000);
    expect(readdirSync(`${folder.path}/references`)).toEqual([]);
  });
});

describe("the log", () => {
  it("tells what was asked and how it went; no password, token, label or file content", async () => {
    await server.anonymous.send("POST", "/api/session", { login: "quelqu-un", password: "mot de passe faux" });
    const project = await importProject(manager, exampleFiles(), "Projet au nom secret");
    await manager.get(`/api/projects/${project}/items?q=Sodium`);
    const log = server.logged();
    expect(log).toMatch(/"route":"POST \/api\/session","status":401/);
    expect(log).toMatch(
      /"route":"GET \/api\/projects\/\{project\}\/items","status":200,"ms":\d+,"account":"[\w-]{36}"/,
    );
    expect(log).toMatch(/"job":"match","id":"[\w-]{36}","end":"done"/);
    expect(log).not.toMatch(/Sodium|Glucose|secret|mot de passe|phrase de passe|quelqu-un|LOINC_|scrypt/i);
    expect(log).not.toContain(PASSWORD);
    const cookies = await server.services.database.query<{ csrf: string }>("select csrf from session");
    for (const { csrf } of cookies) expect(log).not.toContain(csrf);
  });
});
