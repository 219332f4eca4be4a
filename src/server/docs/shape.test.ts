import { expect, it } from "vitest";
import { shapeOf } from "./shape.ts";

it("writes a schema as a person would", () => {
  const schema = {
    type: "object",
    required: ["id", "kinds"],
    properties: {
      id: { type: "string", minLength: 1, maxLength: 100 },
      kinds: { type: "array", items: { enum: ["a", "b"] } },
      at: { type: "string", format: "date-time" },
      count: { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 3 },
      other: { anyOf: [{ $ref: "#/components/schemas/Other" }, { type: "null" }] },
      names: { type: "object", additionalProperties: { type: "number" } },
    },
  };
  expect(shapeOf(schema)).toBe(
    [
      "{",
      "  id: string 1…100",
      '  kinds: ("a" | "b")[]',
      "  at?: string (date-time)",
      "  count?: integer 0… = 3",
      "  other?: Other | null",
      "  names?: { [name]: number }",
      "}",
    ].join("\n"),
  );
});
