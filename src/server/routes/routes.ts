/** Every route of the API, in the order in which they are tried and documented. */
import type { Route } from "../http/route.ts";
import { HEALTH_ROUTES } from "./health.ts";
import { LOINC_ROUTES } from "./loinc.ts";
import { OIDC_ROUTES } from "./oidc.ts";
import { SESSION_ROUTES } from "./session.ts";
import { SETUP_ROUTES } from "./setup.ts";
import { USER_ROUTES } from "./users.ts";

export const ROUTES: readonly Route[] = [
  ...HEALTH_ROUTES,
  ...SESSION_ROUTES,
  ...SETUP_ROUTES,
  ...OIDC_ROUTES,
  ...USER_ROUTES,
  ...LOINC_ROUTES,
];
