/** Problems of catalogues are made as those of references are. */
export { counted, errorAt, grouped, type Place, warningAt } from "../loinc/problem.ts";
