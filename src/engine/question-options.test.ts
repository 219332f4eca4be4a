import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { loadCatalogue } from "../catalogue/load-catalogue.ts";
import { matchCatalogue } from "../matching/match-catalogue.ts";
import { questionOptions } from "./question-options.ts";
import { rerank } from "./rerank.ts";

const { catalogue } = await loadCatalogue(["examples/laboratoire-du-port"]);
const { release } = matcher.engine.index;
const asked = matchCatalogue(matcher, catalogue).filter(({ question }) => question !== "");

describe("the deciding question", () => {
  it("has two answers for every question about an axis in the example", () => {
    expect(asked.length).toBeGreaterThan(20);
    for (const proposal of asked) {
      const question = questionOptions(proposal, release, "fr");
      expect(question?.text).toBe(proposal.question);
      if (/^Préciser/.test(proposal.question)) expect(question?.options, proposal.question).toHaveLength(2);
      else expect(question?.options).toEqual([]);
    }
  });

  it("is answered by its own words: the candidate that has that value comes first more often than before", () => {
    let right = 0;
    let questions = 0;
    for (const proposal of asked.filter(({ level }) => level === "analysis")) {
      const question = questionOptions(proposal, release, "fr");
      if (question === undefined || !["specimen", "unit", "scale", "time"].includes(question.field)) continue;
      const answer = question.options[1]!;
      const answers = { [question.field]: answer };
      const after = rerank(matcher, { catalogue, level: "analysis", code: proposal.code, answers });
      questions++;
      if (after?.candidates[0]?.loinc !== proposal.candidates[0]?.loinc) right++;
    }
    expect(questions).toBeGreaterThan(5);
    expect(right / questions).toBeGreaterThan(0.6);
  });

  it("is none when nothing is open", () => {
    expect(questionOptions({ ...asked[0]!, question: "" }, release, "fr")).toBeUndefined();
  });
});
