/** All words of the screen in French. */

import { projects, setup, signIn } from "./account.ts";
import { admin } from "./admin.ts";
import { axisValues } from "./axis-values.ts";
import { common, errors, shell } from "./common.ts";
import { imports } from "./import.ts";
import { keyboard } from "./keyboard.ts";
import { chapters, dashboard, exams, lots, requests } from "./overview.ts";
import { row, search } from "./row.ts";
import { rows } from "./rows.ts";
import { exportPage, proof, signoff } from "./signoff.ts";
import { words } from "./words.ts";

export const fr = {
  admin,
  axisValues,
  chapters,
  common,
  dashboard,
  errors,
  exams,
  exportPage,
  imports,
  keyboard,
  lots,
  projects,
  proof,
  requests,
  row,
  rows,
  search,
  setup,
  shell,
  signIn,
  signoff,
  words,
};
export type Messages = typeof fr;
