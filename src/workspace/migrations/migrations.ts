import { beginning } from "./0001-beginning.ts";
import { arrivingRows } from "./0002-arriving-rows.ts";

/** Every migration, in order; the first one has number 1. */
export const MIGRATIONS: readonly string[] = [beginning, arrivingRows];
