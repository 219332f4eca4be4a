/** Every route of the API, in the order in which they are tried and documented. */
import type { Route } from "../http/route.ts";
import { BACKUP_ROUTES } from "./backup.ts";
import { CODE_REQUEST_ROUTES } from "./code-requests.ts";
import { DECISION_ROUTES } from "./decisions.ts";
import { EXPORT_ROUTES } from "./exports.ts";
import { HEALTH_ROUTES } from "./health.ts";
import { HISTORY_ROUTES } from "./history.ts";
import { IMPORT_ROUTES } from "./imports.ts";
import { ITEM_ROUTES } from "./items.ts";
import { JOB_ROUTES } from "./jobs.ts";
import { LABORATORY_ROUTES } from "./laboratories.ts";
import { LOINC_ROUTES } from "./loinc.ts";
import { LOT_ROUTES } from "./lots.ts";
import { OIDC_ROUTES } from "./oidc.ts";
import { OVERVIEW_ROUTES } from "./overview.ts";
import { PROJECT_ROUTES } from "./projects.ts";
import { REFERENCE_ROUTES } from "./references.ts";
import { SESSION_ROUTES } from "./session.ts";
import { SETUP_ROUTES } from "./setup.ts";
import { SIGNOFF_ROUTES } from "./signoff.ts";
import { USER_ROUTES } from "./users.ts";

export const ROUTES: readonly Route[] = [
  ...HEALTH_ROUTES,
  ...SESSION_ROUTES,
  ...SETUP_ROUTES,
  ...OIDC_ROUTES,
  ...USER_ROUTES,
  ...LABORATORY_ROUTES,
  ...PROJECT_ROUTES,
  ...IMPORT_ROUTES,
  ...JOB_ROUTES,
  ...ITEM_ROUTES,
  ...DECISION_ROUTES,
  ...LOT_ROUTES,
  ...OVERVIEW_ROUTES,
  ...SIGNOFF_ROUTES,
  ...EXPORT_ROUTES,
  ...CODE_REQUEST_ROUTES,
  ...LOINC_ROUTES,
  ...REFERENCE_ROUTES,
  ...HISTORY_ROUTES,
  ...BACKUP_ROUTES,
];
