import { expect, it } from "vitest";
import { isForeign, isLoopback } from "./same-origin.ts";

it.each([
  ["localhost", true],
  ["localhost:8787", true],
  ["127.0.0.1", true],
  ["127.1.2.3:80", true],
  ["::1", true],
  ["[::1]:8787", true],
  ["0.0.0.0", false],
  ["192.168.1.2", false],
  ["localhost.example", false],
  ["127.0.0.1.example", false],
])("%s leads to this machine only: %s", (host, expected) => expect(isLoopback(host)).toBe(expected));

it.each([
  [{ origin: "http://localhost:8787" }, false],
  [{ origin: "http://localhost:8788" }, true],
  [{ origin: "https://localhost:8787" }, true],
  [{ origin: "null" }, true],
  [{ "sec-fetch-site": "same-origin" }, false],
  [{ "sec-fetch-site": "none" }, false],
  [{ "sec-fetch-site": "same-site" }, true],
  [{ "sec-fetch-site": "cross-site" }, true],
  [{}, false],
])("a change with %o comes from elsewhere: %s", (headers, expected) =>
  expect(isForeign(new Headers(headers as Record<string, string>), "http://localhost:8787")).toBe(expected));
