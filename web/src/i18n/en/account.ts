/** First start, signing in, the list of projects. */
import type { Messages } from "../fr/messages.ts";

export const signIn: Messages["signIn"] = {
  title: "Sign in",
  lead: "Review and sign the LOINC transcoding of your laboratory.",
  login: "Login",
  password: "Password",
  submit: "Sign in",
  oidc: "Sign in with the institution's account",
  oidcFailed: {
    unknown: "The institution knows you, but there is no account for you here: ask the administrator to make one.",
    refused: "The institution did not confirm who you are. Try again; if it happens again, tell the administrator.",
    expired: "Signing in took too long. Try again.",
    unreachable: "The institution's sign-in service does not answer. Try again later.",
  },
  wrong: "Unknown login or password.",
};

export const setup: Messages["setup"] = {
  title: "First start",
  lead: "Nobody has an account here yet. Make the administrator's: it can then make those of the biologists.",
  name: "Name, as it will stand in the history",
  login: "Login",
  password: "Password",
  passwordHelp: "Twelve characters at least. A sentence that is easy to remember does very well.",
  again: "The same password, once more",
  differs: "The two passwords differ.",
  short: "Twelve characters at least.",
  token: "Set-up code",
  tokenHelp: "It is shown in the terminal where the server was started.",
  submit: "Make the account",
};

export const projects: Messages["projects"] = {
  title: "Projects",
  lead: "A project is the catalogue of a laboratory, transcoded with one version of LOINC.",
  none: "No project yet.",
  noneManager: "Drop the three files that your SGL exported: the first project is ready in seconds.",
  noneAdmin:
    "Importing a catalogue is for its manager, reviewing and signing it for a biologist. Give your account these roles if you do everything, or make the others' accounts.",
  toAccounts: "Accounts and roles",
  noneReader: "The catalogue manager must import one first.",
  import: "Import a catalogue",
  name: "Project",
  laboratory: "Laboratory",
  items: "Rows",
  progress: "Progress",
  references: "Reference",
  created: "Made on",
  matching: "proposals are being made",
  signed: "signed",
  decided: "decided",
  open: "to decide",
};
