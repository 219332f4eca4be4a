/** How the words after `^` of a component agree with the times and challenges that row and exam say. */
import { componentWords } from "../lexicon/normalise.ts";
import type { Feature } from "./feature-names.ts";
import type { RowReading } from "./read-row.ts";
import type { ReferenceIndex } from "./reference-index.ts";

type ChallengeFeature = Extract<Feature, `challenge.${string}`>;

/** Sets the challenge features of one component, by its number. */
export type ChallengeWriter = (
  reading: RowReading,
  component: number,
  set: (feature: ChallengeFeature, value: number) => void,
) => void;

const TIMES = /^(\d+(\.\d+)?[hmd]|baseline|pre|trough|peak|am|pm)$/;
const BEFORE = new Set(["baseline", "pre"]);
/** A stimulus that is not named: any is meant. */
const ANY_CHALLENGE = /(?<=^\S+ (?:pre|post)) XXX challenge$/;

/** A writer for the components of `index`. */
export function challengeWriter(index: ReferenceIndex): ChallengeWriter {
  const challengeWords = index.challenges.values.map((challenge) =>
    componentWords(challenge.replace(ANY_CHALLENGE, "")),
  );
  return (reading, component, set) => {
    const number = index.challenges.ids[component]!;
    const challenge = challengeWords[number]!;
    if (challenge.length > 0) {
      const own = challenge.filter((word) => reading.timing.has(word)).length / challenge.length;
      const all =
        challenge.filter((word) => reading.timing.has(word) || reading.examTiming.has(word)).length / challenge.length;
      set("challenge.supported", own);
      set("challenge.partly", all);
      set("challenge.whole", all === 1 && !ANY_CHALLENGE.test(index.challenges.values[number]!) ? 1 : 0);
      set("challenge.unsupported", all === 0 ? 1 : 0);
      set(
        "challenge.unsaid",
        Math.min(4, challenge.filter((word) => !reading.timing.has(word) && !reading.examTiming.has(word)).length) / 4,
      );
      const times = challenge.filter((word) => TIMES.test(word));
      const stated = [...reading.timing].some((word) => TIMES.test(word));
      if (stated && times.length > 0) {
        const same =
          times.some((word) => reading.timing.has(word)) ||
          (times.some((word) => BEFORE.has(word)) && [...BEFORE].some((word) => reading.timing.has(word)));
        set(same ? "challenge.time.agrees" : "challenge.time.differs", 1);
      }
    } else if (reading.timing.size > 0) set("challenge.missing", 1);
  };
}
