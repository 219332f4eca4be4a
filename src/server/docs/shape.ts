/** JSON Schema as a person reads it: names with their types, one a line. */

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

/** `schema` as text; `indent` is that of its closing brace. */
export function shapeOf(given: object, indent = ""): string {
  const schema = given as Schema;
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1)!;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return either.map((one) => shapeOf(one, indent)).join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map((one) => shapeOf(one, indent)).join(" & ");
  if (schema.properties !== undefined) return objectShape(schema, schema.properties, indent);
  if (schema.type === "array") return `${parenthesised(shapeOf(schema.items ?? {}, indent))}[]`;
  if (typeof schema.additionalProperties === "object")
    return `{ [name]: ${shapeOf(schema.additionalProperties, indent)} }`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "unknown");
  return [type, ...limitsOf(schema)].join(" ");
}

function objectShape(schema: Schema, properties: { readonly [name: string]: Schema }, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, value]) => {
    const optional = schema.required?.includes(name) ? "" : "?";
    return `${inner}${name}${optional}: ${shapeOf(value, inner)}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

function parenthesised(shape: string): string {
  return shape.includes(" | ") && !shape.startsWith("{") ? `(${shape})` : shape;
}

function limitsOf(schema: Schema): string[] {
  const { format, minimum, maximum, minLength, maxLength } = schema;
  const least = minimum ?? minLength;
  const most = maximum ?? maxLength;
  // z.number().int() says the largest safe integers
  const told = [least, most].filter((limit) => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER);
  return [
    ...(format === undefined ? [] : [`(${format})`]),
    ...(told.length === 0
      ? []
      : [`${least ?? ""}…${most !== undefined && most < Number.MAX_SAFE_INTEGER ? most : ""}`]),
    ...(schema.default === undefined ? [] : [`= ${JSON.stringify(schema.default)}`]),
  ];
}
