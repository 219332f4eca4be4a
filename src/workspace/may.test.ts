import { expect, it } from "vitest";
import { type Action, may } from "./may.ts";
import { ROLES, type Role } from "./types.ts";

const actor = (roles: readonly Role[], specialties: readonly string[] = []) => ({
  id: "a",
  name: "A",
  roles,
  specialties,
});

it.each<[Action, readonly Role[]]>([
  ["read", ["admin", "manager", "biologist", "reader"]],
  ["import", ["manager"]],
  ["decide", ["manager", "biologist"]],
  ["second-read", ["manager", "biologist"]],
  ["reopen", ["manager", "biologist"]],
  ["comment", ["manager", "biologist"]],
  ["sign", ["biologist"]],
  ["export", ["manager", "biologist"]],
  ["manage-people", ["admin"]],
  ["manage-references", ["admin"]],
  ["backup", ["admin"]],
])("%s is for %j", (action, roles) => {
  expect(ROLES.filter((role) => may(actor([role]), action))).toEqual(roles);
  expect(may(actor([]), action)).toBe(false);
});

it("binds biologists to their specialties, by code or by the chapter's name", () => {
  const biologist = actor(["biologist"], ["18719-5", "Hématologie"]);
  expect(may(biologist, "decide", "18719-5")).toBe(true);
  expect(may(biologist, "sign", "HEMATOLOGIE")).toBe(true);
  expect(may(biologist, "sign", "18725-2")).toBe(false);
  expect(may(biologist, "decide", "")).toBe(true);
  expect(may(actor(["biologist"]), "sign", "18725-2")).toBe(true);
});

it("lets a manager who is a biologist too decide everywhere, and sign in the own specialty", () => {
  const both = actor(["manager", "biologist"], ["18719-5"]);
  expect(may(both, "decide", "18725-2")).toBe(true);
  expect(may(both, "sign", "18725-2")).toBe(false);
  expect(may(both, "sign", "18719-5")).toBe(true);
});
