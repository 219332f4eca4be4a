/** Answers that are worked out once for a reference and a text. */
import type { Binding } from "./binding.ts";

/** Texts remembered before memory is cleared. */
const MOST_REMEMBERED = 50_000;

/**
 * `make`, its answers remembered by binding and text: what is bound to a sense or a fit is kept by it, so a text must have the same ones each time.
 * `more` must follow from the text or the binding.
 */
export function remembering<Value, More = void>(
  make: (binding: Binding, text: string, more: More) => Value,
): (binding: Binding, text: string, more: More) => Value {
  const remembered = new WeakMap<Binding, Map<string, Value>>();
  return (binding, text, more) => {
    let known = remembered.get(binding);
    if (known === undefined) {
      known = new Map();
      remembered.set(binding, known);
    }
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      value = make(binding, text, more);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(text, value);
    }
    return value as Value;
  };
}
