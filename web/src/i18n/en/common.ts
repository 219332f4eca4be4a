/** Words that every page uses. */
import { countedIn } from "../count.ts";
import type { Messages } from "../fr/messages.ts";

const counted = countedIn("en-GB");

export const common: Messages["common"] = {
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  retry: "Try again",
  loading: "Loading…",
  next: "Continue",
  remove: "Remove",
  all: "All",
  none: "None",
  skip: "Skip to the content",
  undo: "Undo",
  undone: (n) => `${counted(n, "row", "rows")} put back as before.`,
  undoConflicts: (n) => `${counted(n, "row", "rows")} changed since by somebody else: left alone.`,
  notFound: "No such page",
  notFoundHelp: "This address leads nowhere. Go back to the list of projects.",
  by: (name, when) => `${name}, ${when}`,
  code: "Local code",
  label: "Label",
  notStated: "not stated",
};

export const errors: Messages["errors"] = {
  unexpected: "Something went wrong. Try again; if it happens again, tell the administrator.",
  unreachable: "The server does not answer. Check that it runs, then try again: nothing you typed is lost.",
};

export const shell: Messages["shell"] = {
  main: "Main navigation",
  project: "Project",
  projects: "Projects",
  dashboard: "Dashboard",
  rows: "Review",
  lots: "Lots",
  exams: "Exams",
  chapters: "Chapters",
  requests: "Code requests",
  signoff: "Sign-off",
  export: "Export",
  reimport: "Re-import",
  admin: "Administration",
  signOut: "Sign out",
  keyboard: "Keyboard",
  language: "Language",
  theme: "Theme",
  themes: { system: "Theme: system", light: "Theme: light", dark: "Theme: dark" },
  version: (title, version) => `Reference: ${title} ${version}.`,
};
