import { beforeAll, expect, it } from "vitest";
import { onBothDatabases } from "../../test/databases.ts";
import type { Database } from "./database.ts";

onBothDatabases((source) => {
  let database: Database;
  beforeAll(async () => {
    database = await source.open();
  }, 120_000);

  it("gives values of the same types", async () => {
    const at = new Date("2026-11-27T10:00:00.123Z");
    const [row] = await database.query(
      `select $1::bigint as number, $2::timestamptz as at, $3::jsonb as json, $4::json as text, $5::text[] as texts,
              $6::bytea as bytes, $7::boolean as flag, null::text as nothing, count(*) as counted from item`,
      [2 ** 40, at, '{"a":[1,"é"]}', '"text"', ['a"b,\\', null, "{}"], new Uint8Array([0, 255, 92]), true],
    );
    expect({ ...row, bytes: [...(row!.bytes as Uint8Array)] }).toEqual({
      number: 2 ** 40,
      at,
      json: { a: [1, "é"] },
      text: "text",
      texts: ['a"b,\\', null, "{}"],
      bytes: [0, 255, 92],
      flag: true,
      nothing: null,
      counted: 0,
    });
  });

  it("does a transaction whole or not at all", async () => {
    const insert = "insert into sign_in_attempt (key) values ('one')";
    const failing = database.transaction(async (queries) => {
      await queries.query(insert);
      throw new Error("on the way");
    });
    await expect(failing).rejects.toThrow("on the way");
    expect(await database.query("select * from sign_in_attempt")).toEqual([]);
    await database.transaction((queries) => queries.query(insert));
    expect(await database.query("select key from sign_in_attempt")).toEqual([{ key: "one" }]);
  });

  it("keeps queries from outside out of a transaction", async () => {
    let outside: Promise<unknown> = Promise.resolve();
    const failing = database.transaction(async (queries) => {
      outside = database.query("insert into sign_in_attempt (key) values ('outside')");
      await queries.query("select 1");
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    await outside;
    expect(await database.query("select key from sign_in_attempt where key = 'outside'")).toHaveLength(1);
  });

  it("tells an error by its code, without parameters", async () => {
    const error = await database
      .query("insert into account (id, login, login_key, name, roles) values ($1, 'a', 'a', null, '{}')", [
        "00000000-0000-4000-8000-000000000000",
      ])
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "DatabaseError", code: "23502" });
    expect(JSON.stringify(error)).not.toContain("00000000");
  });

  it("refuses to change or remove what was written to the history", async () => {
    await database.query(
      `insert into event (at, actor, actor_name, kind, batch, reason)
       values (now(), 'a', 'A', 'exported', '00000000-0000-4000-8000-000000000000', '')`,
    );
    for (const sql of ["update event set reason = 'x'", "delete from event", "truncate event cascade"]) {
      await expect(database.query(sql)).rejects.toThrow("append-only");
    }
    expect(await database.query("select reason from event")).toEqual([{ reason: "" }]);
  });
});
