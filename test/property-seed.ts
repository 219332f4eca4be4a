/**
 * Property tests draw the same examples at every run, so that a failure is a change's own.
 * `PROPERTY_SEED=random PROPERTY_RUNS=5000 npm test` looks further; a counterexample found that way becomes a test of its own.
 */
import { configureGlobal } from "fast-check";

const { PROPERTY_SEED = "20261115", PROPERTY_RUNS } = process.env;

configureGlobal({
  ...(PROPERTY_SEED === "random" ? {} : { seed: Number(PROPERTY_SEED) }),
  ...(PROPERTY_RUNS === undefined ? {} : { numRuns: Number(PROPERTY_RUNS) }),
});
