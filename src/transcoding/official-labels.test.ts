import { expect, it } from "vitest";
import { aCandidate, aProposal } from "../../test/proposal.ts";
import { frenchNamesBuilder } from "../reference/french-names.ts";
import { withOfficialLabels } from "./official-labels.ts";

it("candidates bear the first official label, and say that it is French; others are as they were", () => {
  const [first, second] = [frenchNamesBuilder(), frenchNamesBuilder()];
  first.add({ code: "2345-7", component: "Glucose" });
  first.add({ code: "718-7", label: "Hémoglobine" });
  second.add({ code: "2345-7", label: "Glucose sérique" });
  second.add({ code: "718-7", label: "Autre" });
  const candidates = ["2345-7", "718-7", "2951-2"].map((code) => aCandidate(code));
  const [proposal] = withOfficialLabels([aProposal({ candidates })], [first.build(), second.build()]);
  expect(proposal!.candidates.map(({ name, nameLanguage }) => [name, nameLanguage])).toEqual([
    ["Glucose sérique", "fr"],
    ["Hémoglobine", "fr"],
    ["name of 2951-2", undefined],
  ]);
  expect(withOfficialLabels([proposal!], [])).toEqual([proposal]);
});
