/** The codes of its analyses as what an exam may be: of its only one, of one analyte told in several ways, of the main one among others. */
import type { Engine } from "./candidates.ts";
import type { Query } from "./component-match.ts";
import { baseOf, isOrderable, type Member, type Members } from "./exam-members.ts";
import type { DescribedOption } from "./exam-option.ts";
import { isCulture, othersSaid } from "./panel-fit.ts";

/** The options that the analyses `parted` of an exam are, `query` being what its label says and `names` what groups it names. */
export function analysisOptions(
  engine: Engine,
  query: Query,
  parted: Members,
  names: ReadonlyMap<number, "whole" | "part">,
): DescribedOption[] {
  const { all, coded, core, oneAnalyte } = parted;
  if (all.length === 1) return coded.map(single);
  const distinct = coded.filter(
    ({ term }, i) => isOrderable(engine.index.release, term) && coded.findIndex((one) => one.term === term) === i,
  );
  return distinct.map((member, i) => {
    const match = engine.matchBases(query, [baseOf(engine.index, member.term)])[0]!;
    const words = {
      "main.words.exam": Math.max(match.label, match.synonym),
      "main.words.component": match.covered,
      "main.exact": match.exact,
      "main.called": names.get(member.term) === "whole" ? 1 : 0,
      "main.called.part": names.get(member.term) === "part" ? 1 : 0,
    };
    const { option, features } =
      oneAnalyte && core.has(member.term) ? twin(parted, member, i === 0) : main(engine, parted, member);
    return { option, features: Object.assign(features, words) };
  });
}

function single({ term, confidence, sure }: Member): DescribedOption {
  return {
    option: { term, origin: "single", trust: confidence, sure },
    features: { single: 1, "single.confidence": confidence },
  };
}

function twin({ same, none, measured }: Members, { term, confidence, sure }: Member, first: boolean): DescribedOption {
  return {
    option: { term, origin: "twin", trust: confidence, sure },
    features: {
      twin: 1,
      "twin.confidence": confidence,
      "twin.first": first ? 1 : 0,
      "twin.same": same ? 1 : 0,
      "twin.others.none": none,
      "twin.accessory": measured ? 0 : 1,
    },
  };
}

/** One of several: never signed unread. */
function main({ index }: Engine, parted: Members, { term, confidence }: Member): DescribedOption {
  const { core, measured, analytes, none } = parted;
  return {
    option: { term, origin: "main", trust: confidence, sure: false },
    features: {
      main: 1,
      "main.confidence": confidence,
      "main.share": 1 / Math.max(1, analytes),
      "main.others.none": none,
      "main.accessory": measured && core.has(term) ? 0 : 1,
      "main.culture": isCulture(index.release, term) ? 1 : 0,
      "main.others.said": othersSaid(index, term, [...core]),
    },
  };
}
