/** Why something was not done, as a value; and the one place that says which HTTP status that is. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Language } from "../../matching/phrases.ts";
import type { RefusalCode as WorkspaceCode } from "../../workspace/types.ts";

type Known = { readonly status: ContentfulStatusCode; readonly fr: string; readonly en: string };

const WORKSPACE = {
  "not-found": { status: 404, fr: "Introuvable.", en: "Not found." },
  "not-allowed": { status: 403, fr: "Vos droits ne le permettent pas.", en: "Your rights do not allow this." },
  frozen: {
    status: 409,
    fr: "Cette ligne est signée : rouvrez-la d'abord.",
    en: "This row is signed: reopen it first.",
  },
  removed: { status: 409, fr: "Cette ligne n'est plus dans le catalogue.", en: "This row has left the catalogue." },
  "invalid-decision": { status: 422, fr: "Cette décision est incomplète.", en: "This decision is incomplete." },
  "unknown-code": {
    status: 422,
    fr: "Ce code n'est pas dans la référence chargée.",
    en: "This code is not in the loaded reference.",
  },
  "not-decided": { status: 409, fr: "Cette ligne n'est pas décidée.", en: "This row is not decided." },
  "same-reader": {
    status: 409,
    fr: "La seconde lecture revient à une autre personne.",
    en: "The second reading is for another person.",
  },
  "not-undoable": { status: 409, fr: "Cette action ne peut pas être annulée.", en: "This action cannot be undone." },
  "changed-since": {
    status: 409,
    fr: "La ligne a changé depuis : l'annulation n'est plus possible.",
    en: "The row has changed since: it can no longer be undone.",
  },
  blocked: { status: 409, fr: "Des lignes l'empêchent encore.", en: "Some rows still prevent this." },
  "nothing-to-do": { status: 409, fr: "Il n'y a rien à faire.", en: "There is nothing to do." },
  "already-there": { status: 409, fr: "Ce nom est déjà pris.", en: "This name is taken." },
  "last-admin": {
    status: 409,
    fr: "Il faut garder un administrateur actif.",
    en: "One active administrator must remain.",
  },
} as const satisfies Record<WorkspaceCode, Known>;

const SERVER = {
  "bad-request": { status: 400, fr: "Cette demande n'est pas lisible.", en: "This request cannot be read." },
  invalid: { status: 422, fr: "Des valeurs manquent ou ne conviennent pas.", en: "Values are missing or not fit." },
  "not-signed-in": { status: 401, fr: "Connectez-vous.", en: "Please sign in." },
  "wrong-password": {
    status: 401,
    fr: "Identifiant ou mot de passe inconnu.",
    en: "Unknown login or password.",
  },
  "wrong-token": {
    status: 403,
    fr: "Ce jeton d'installation n'est pas celui que le terminal affiche.",
    en: "This is not the setup token that the terminal shows.",
  },
  csrf: {
    status: 403,
    fr: "La demande ne vient pas de cette page : rechargez-la.",
    en: "The request does not come from this page: reload it.",
  },
  "wrong-host": { status: 421, fr: "Cette adresse n'est pas servie ici.", en: "This address is not served here." },
  conflict: {
    status: 409,
    fr: "Quelqu'un a changé cette ligne entre-temps.",
    en: "Somebody has changed this row meanwhile.",
  },
  "too-large": { status: 413, fr: "Le fichier est trop volumineux.", en: "The file is too large." },
  "too-many-attempts": {
    status: 429,
    fr: "Trop d'essais de connexion : attendez avant de recommencer.",
    en: "Too many attempts to sign in: wait before trying again.",
  },
  "oidc-off": {
    status: 404,
    fr: "La connexion par OpenID Connect n'est pas configurée.",
    en: "Sign-in by OpenID Connect is not configured.",
  },
  busy: {
    status: 409,
    fr: "Un calcul est en cours sur ce projet : attendez sa fin.",
    en: "A job is running on this project: wait for its end.",
  },
  internal: {
    status: 500,
    fr: "Une erreur s'est produite ; elle est dans le journal du serveur.",
    en: "An error occurred; it is in the server's log.",
  },
} as const satisfies Record<string, Known>;

const KNOWN = { ...WORKSPACE, ...SERVER };
export type RefusalCode = keyof typeof KNOWN;

/** As the workspace's refusals, with the codes of the server too. */
export type Refusal = {
  readonly refused: RefusalCode;
  /** French, for people. */
  readonly message: string;
  readonly details?: unknown;
  /** Seconds to wait. */
  readonly retryAfter?: number;
};

/** A refusal that says `message`, by default what its code says. */
export function refuse(
  refused: RefusalCode,
  more: { readonly message?: string; readonly details?: unknown; readonly retryAfter?: number } = {},
): Refusal {
  return { message: KNOWN[refused].fr, ...more, refused };
}

/** True for a refusal, the workspace's or the server's own. */
export function isRefusal<T>(value: T): value is Extract<T, { readonly refused: RefusalCode }> {
  return typeof value === "object" && value !== null && "refused" in value && "message" in value;
}

/** The answer to give: in English only what the code says, since details are written in French. */
export function refusalAnswer(refusal: Refusal, language: Language): Response {
  const { status, en } = KNOWN[refusal.refused];
  const message = language === "fr" ? refusal.message : en;
  const details = refusal.details === undefined ? {} : { details: refusal.details };
  const headers = refusal.retryAfter === undefined ? {} : { "Retry-After": String(Math.ceil(refusal.retryAfter)) };
  return Response.json({ error: { code: refusal.refused, message, ...details } }, { status, headers });
}
