/** Line icons on a 16-pixel grid; always beside a word or inside a control that has a name, so hidden from screen readers. */
const PATHS = {
  check: "M3 8.5l3.2 3.2L13 4.8",
  circle: "M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6",
  cross: "M4 4l8 8M12 4l-8 8",
  question: "M5.8 6a2.3 2.3 0 1 1 3.3 2.1c-.8.4-1.1.8-1.1 1.6M8 12.2v.3",
  lock: "M4 7.5h8v6H4zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3",
  undo: "M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6",
  clock: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 5v3.3l2.2 1.4",
  warning: "M8 2.6l6 10.8H2zM8 6.6v3.2M8 11.4v.4",
  user: "M8 3a2.4 2.4 0 1 0 0 4.8A2.4 2.4 0 1 0 8 3M3 13.5c.5-2.6 2.4-3.9 5-3.9s4.5 1.3 5 3.9",
  upload: "M8 10.5V3M5 5.8L8 2.8l3 3M3 10.5v2.7h10v-2.7",
  download: "M8 3v7.5M5 7.7l3 3 3-3M3 10.5v2.7h10v-2.7",
  search: "M7 3a4 4 0 1 0 0 8a4 4 0 1 0 0-8M10 10l3.3 3.3",
  comment: "M2.8 3.5h10.4v7.2H8l-3 2.6v-2.6H2.8z",
  right: "M6 3.5L10.5 8L6 12.5",
  down: "M3.5 6L8 10.5L12.5 6",
  left: "M10 3.5L5.5 8L10 12.5",
  sun: "M8 5.3a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 1 0 0-5.4M8 1.5v1.7M8 12.8v1.7M1.5 8h1.7M12.8 8h1.7M3.4 3.4l1.2 1.2M11.4 11.4l1.2 1.2M12.6 3.4l-1.2 1.2M4.6 11.4l-1.2 1.2",
  moon: "M12.8 9.6A5.4 5.4 0 0 1 6.4 3.2a5.4 5.4 0 1 0 6.4 6.4z",
  keyboard: "M1.8 4.5h12.4v7.5H1.8zM4 7h.3M6.3 7h.3M8.7 7h.3M11 7h.3M4.5 9.7h7",
  pen: "M3 13l.7-3L10.7 3l2.3 2.3-7 7zM9.4 4.3l2.3 2.3",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  home: "M2.5 7.5L8 3l5.5 4.5M4 6.8v6.4h8V6.8",
  file: "M4 2.5h5.2L12 5.3v8.2H4zM9 2.5v3h3",
  tag: "M2.8 7.6V3h4.6l6 6-4.6 4.6zM5.3 5.4v.2",
  none: "M8 2.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4M4.4 4.4l7.2 7.2",
  again: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.6h-2.6",
  eyes: "M1.8 8s2.3-4 6.2-4 6.2 4 6.2 4-2.3 4-6.2 4-6.2-4-6.2-4M8 6.3a1.7 1.7 0 1 0 0 3.4a1.7 1.7 0 1 0 0-3.4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
