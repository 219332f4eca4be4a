import { describe, expect, it } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const FIRST = { login: "admin", name: "Première personne", password: "une phrase de passe" };

describe("the first administrator", () => {
  it("is made once, without a token on this machine's own address", async () => {
    const { anonymous } = await testServer();
    expect(await (await anonymous.get("/api/setup")).json()).toMatchObject({ needed: true, token: false });
    const short = await anonymous.send("POST", "/api/setup", { ...FIRST, password: "court" });
    expect(short.status).toBe(422);
    expect(await short.json()).toMatchObject({ error: { details: { fields: [{ field: "password" }] } } });
    const tries = await Promise.all(
      ["a", "b", "c"].map((login) => anonymous.send("POST", "/api/setup", { ...FIRST, login })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
    const made = tries.find(({ status }) => status === 201)!;
    expect(await made.json()).toMatchObject({ roles: ["admin"] });
    expect(made.headers.get("set-cookie")).toMatch(/^transloinc=/);
    expect(await (await anonymous.get("/api/setup")).json()).toMatchObject({ needed: false });
  });

  it("needs the terminal's token when others can reach the server", async () => {
    const { anonymous } = await testServer({}, { setupToken: "du-terminal" });
    expect(await (await anonymous.get("/api/setup")).json()).toMatchObject({ needed: true, token: true });
    for (const token of [undefined, "", "autre"]) {
      const refused = await anonymous.send("POST", "/api/setup", { ...FIRST, token });
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ error: { code: "wrong-token" } });
    }
    expect((await anonymous.send("POST", "/api/setup", { ...FIRST, token: "du-terminal" })).status).toBe(201);
  });
});

describe("accounts", () => {
  it("cannot lose their last administrator", async () => {
    const { anonymous, signIn } = await testServer();
    const admin = await signIn(["admin"]);
    for (const change of [{ active: false }, { roles: ["reader"] }]) {
      const refused = await admin.send("PATCH", `/api/users/${admin.id}`, change);
      expect(await refused.json()).toMatchObject({ error: { code: "last-admin" } });
    }
    const second = await admin.send("POST", "/api/users", {
      login: "Deux",
      name: "Deux",
      roles: ["admin"],
      password: "une phrase de passe",
    });
    expect(second.status).toBe(201);
    const taken = await admin.send("POST", "/api/users", { login: "DEUX", name: "Trois", roles: ["reader"] });
    expect(await taken.json()).toMatchObject({ error: { code: "already-there" } });
    expect((await admin.send("PATCH", `/api/users/${admin.id}`, { roles: ["reader"] })).status).toBe(200);
    const login = await anonymous.send("POST", "/api/session", { login: "deux", password: "une phrase de passe" });
    expect(login.status).toBe(200);
    const text = JSON.stringify(await login.json());
    expect(text).not.toMatch(/scrypt|phrase/);
  });
});
