import { describe, expect, it } from "vitest";
import { PASSWORD, testServer } from "../../../test/test-server.ts";

const server = await testServer();

describe("sessions", () => {
  it("are opened by login and password, whatever the case of the login, and closed", async () => {
    await server.signIn(["reader"]);
    const answer = await server.anonymous.send("POST", "/api/session", { login: " PERSONNE-1", password: PASSWORD });
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get("set-cookie")!;
    expect(cookie).toMatch(/^transloinc=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = cookie.split(";")[0]!;
    const session = (await answer.json()) as { csrf: string; name: string; roles: string[] };
    expect(session).toMatchObject({ name: "Personne 1", roles: ["reader"] });
    const ask = (method = "GET", headers = {}) =>
      server.anonymous.raw(method, "/api/session", { headers: { Cookie: token, ...headers } });
    expect((await ask()).status).toBe(200);
    // the database holds no token
    const stored = await server.services.database.query("select * from session");
    expect(JSON.stringify(stored)).not.toContain(token.split("=")[1]);

    expect((await ask("DELETE", { "X-CSRF-Token": "" })).status).toBe(403);
    const left = await ask("DELETE", { "X-CSRF-Token": session.csrf });
    expect(left.status).toBe(204);
    expect(left.headers.get("set-cookie")).toMatch(/^transloinc=; Max-Age=0/);
    expect((await ask()).status).toBe(401);
  });

  it("end after two hours without a request, and after twelve in any case", async () => {
    const idle = await server.signIn(["reader"]);
    server.wait(2 * 3600 + 5);
    expect((await idle.get("/api/session")).status).toBe(401);
    const busy = await server.signIn(["reader"]);
    for (let hour = 1; hour < 12; hour++) {
      server.wait(3600);
      expect((await busy.get("/api/session")).status).toBe(200);
    }
    server.wait(3600 + 5);
    expect((await busy.get("/api/session")).status).toBe(401);
  });

  it("are refused in one way, whether the account exists or not", async () => {
    const wrong = await server.anonymous.send("POST", "/api/session", { login: "personne-1", password: "autre chose" });
    const unknown = await server.anonymous.send("POST", "/api/session", { login: "nobody", password: "autre chose" });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it("are refused from another site, without saying Origin too", async () => {
    const body = JSON.stringify({ login: "personne-1", password: PASSWORD });
    for (const headers of [
      { Origin: "https://ailleurs.example" },
      { Origin: "null" },
      { Origin: "http://localhost:1" },
    ]) {
      const answer = await server.anonymous.raw("POST", "/api/session", { body, headers });
      expect(answer.status).toBe(403);
    }
    const navigation = await server.app.request("http://localhost:8787/api/session", {
      method: "POST",
      body,
      headers: { "Sec-Fetch-Site": "cross-site", "Content-Type": "application/json" },
    });
    expect(navigation.status).toBe(403);
    const form = await server.anonymous.raw("POST", "/api/session", {
      body,
      headers: { "Content-Type": "text/plain" },
    });
    expect(form.status).toBe(400);
  });

  it("cannot be guessed: after ten failures one waits, and knows how long", async () => {
    const login = "victime";
    const guess = (password: string, name = login) =>
      server.anonymous.send("POST", "/api/session", { login: name, password });
    const statuses = await Promise.all(Array.from({ length: 15 }, async (_, i) => (await guess(`essai ${i}`)).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    const refused = await guess("encore");
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(await refused.json()).toMatchObject({ error: { code: "too-many-attempts" } });
    expect((await guess("autre", "quelqu'un d'autre")).status).toBe(401);
    server.wait(seconds);
    expect((await guess("encore")).status).toBe(401);
  });

  it("end when the account may no longer sign in", async () => {
    server.wait(3600);
    const admin = await server.signIn(["admin"]);
    const reader = await server.signIn(["reader"]);
    expect((await reader.get("/api/session")).status).toBe(200);
    expect((await admin.send("PATCH", `/api/users/${reader.id}`, { active: false })).status).toBe(200);
    expect((await reader.get("/api/session")).status).toBe(401);
  });
});
