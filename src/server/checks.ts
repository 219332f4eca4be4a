/** What an SGL, the French value set and the NABM say of a project's decisions. */
import { checkNabm } from "../transcoding/check-nabm.ts";
import { checkDecisions } from "../transcoding/checks.ts";
import type { Check } from "../workspace/signoff.ts";
import type { Services } from "./services.ts";

/** The checks on decisions of `project` with the references of this moment. */
export async function checksOf({ references, catalogues }: Services, project: string): Promise<Check> {
  const { release, companions } = references.current();
  const { circuit, nabm } = companions;
  // the catalogue says the acts of rows
  const catalogue = nabm.size === 0 ? undefined : await catalogues.of(project);
  return (decisions) => [
    ...checkDecisions(decisions, release, circuit?.all),
    ...(catalogue === undefined ? [] : checkNabm(decisions, catalogue, release, nabm)),
  ];
}
