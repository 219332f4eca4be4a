/** The text of the model file: indented as people read it, but each tree on a line of its own. */
import type { MeasuredModel } from "../matching/model.ts";

/** `model` as JSON. */
export function modelText(model: MeasuredModel): string {
  const trees: string[] = [];
  const text = JSON.stringify(
    model,
    (key, value: unknown) =>
      key === "trees" && Array.isArray(value)
        ? value.map((tree) => `tree ${trees.push(JSON.stringify(tree)) - 1}`)
        : value,
    2,
  );
  return `${text.replace(/"tree (\d+)"/g, (_, place: string) => trees[Number(place)]!)}\n`;
}
