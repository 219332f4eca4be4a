/** The overlay of keys. */
import type { Messages } from "../fr/messages.ts";

export const keyboard: Messages["keyboard"] = {
  title: "Everything by keyboard",
  letters: "Single letters act (untick if you dictate your texts)",
  groups: [
    {
      title: "Everywhere",
      keys: [
        ["?", "show this help"],
        ["Tab Shift+Tab", "go from one field or button to another"],
        ["Esc", "close, or go back to the list"],
      ],
    },
    {
      title: "In the list",
      keys: [
        ["↑ ↓", "row before, row after (K and J too)"],
        ["Pg↑ Pg↓", "page before, page after"],
        ["Home End", "first, last row"],
        ["Enter", "open the row"],
        ["Space", "tick or untick the row"],
        ["Shift+↑ Shift+↓", "extend the selection"],
        ["Ctrl+A", "tick all"],
        ["/", "search in the list"],
        ["F", "go to the filters"],
      ],
    },
    {
      title: "Decide",
      keys: [
        ["A", "accept the first proposal (of the row, or of the ticked rows)"],
        ["1 2 3 4 5", "choose this candidate"],
        ["Q", "answer the deciding question"],
        ["R", "search the whole of LOINC"],
        ["T", "waiting code"],
        ["L", "local code only"],
        ["N", "not to be coded"],
        ["V", "second reading: agreed"],
        ["C", "comment"],
        ["U", "undo my last action"],
      ],
    },
  ],
};
