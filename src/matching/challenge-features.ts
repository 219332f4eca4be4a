/** How the words after `^` of a component agree with the times and challenges that row and exam say. */
import { componentWords } from "../lexicon/normalise.ts";
import type { Feature } from "./feature-names.ts";
import type { RowReading } from "./read-row.ts";
import type { ReferenceIndex } from "./reference-index.ts";
import { isOffset } from "./timing.ts";

type ChallengeFeature = Extract<Feature, `challenge.${string}`>;

/** Sets the challenge features of one component, by its number. */
export type ChallengeWriter = (
  reading: RowReading,
  component: number,
  set: (feature: ChallengeFeature, value: number) => void,
) => void;

const TIMES = /^(\d+(\.\d+)?[hmd]|baseline|pre|trough|peak|am|pm)$/;
const CLOCK = /^[ap]m$/;
const BEFORE = new Set(["baseline", "pre"]);
const AMOUNT = /^\d+(\.\d+)?$/;
/** Words that link a challenge's others: that the row says one of them too supports nothing (`post` of `post CFst` beside `T15`). */
const LINKS = new Set("post of for to at on and after during dose specimen".split(" "));
/** Words that say how and when, not what is given. */
const FRAME = new Set(
  "post pre or of for to at on and after during immediately dose xxx challenge specimen tube bolus po iv im sc g mg ug g/kg mg/kg ug/kg u/kg cfst day bid high low standard".split(
    " ",
  ),
);
/** A stimulus that is not named: any is meant. */
const ANY_CHALLENGE = /(?<=^\S+ (?:pre|post)) XXX challenge$/;

/** Share of the words of `challenge` that are `said`; none when these only link. */
function support(challenge: readonly string[], said: (word: string) => boolean): number {
  const found = challenge.filter(said);
  return found.every((word) => LINKS.has(word)) ? 0 : found.length / challenge.length;
}

function stimuli(words: ReadonlySet<string>): string[] {
  return [...words].filter((word) => !FRAME.has(word) && !TIMES.test(word) && !/^\d/.test(word));
}

/** What is given in the test that a row says, else its exam. */
function stimuliSaid({ timing, examTiming }: RowReading): string[] {
  const given = stimuli(timing);
  return given.length > 0 ? given : stimuli(examTiming);
}

/** Grams that a test gives. */
const GRAMS = /\b(\d+) g\b/;
/** Fewer are a clock's hours. */
const FEWEST_GRAMS = 13;

/** What each challenge of a reference gives: stimuli, and grams where it says them. */
type Given = { readonly stimuli: readonly string[]; readonly grams: string | undefined };

const givenBy = new WeakMap<ReferenceIndex, readonly Given[]>();

function givenIn(index: ReferenceIndex): readonly Given[] {
  let given = givenBy.get(index);
  if (given === undefined) {
    given = index.challenges.values.map((challenge) => ({
      stimuli: stimuli(new Set(componentWords(challenge.replace(ANY_CHALLENGE, "")))),
      grams: GRAMS.exec(challenge)?.[1],
    }));
    givenBy.set(index, given);
  }
  return given;
}

/** Grams that are given in the test that a row says, else its exam. */
function gramsSaid({ timing, examTiming }: RowReading): string[] {
  const words = timing.has("g") ? timing : examTiming;
  return words.has("g") ? [...words].filter((word) => AMOUNT.test(word) && Number(word) >= FEWEST_GRAMS) : [];
}

/**
 * True of a component, by its number, whose test gives something else than the one that `reading` says, or other grams: in a test with insulin nothing is measured
 * after 75 g of glucose, nor in one with 100 g.
 */
export function givesAnother(index: ReferenceIndex, reading: RowReading): (component: number) => boolean {
  const said = new Set(stimuliSaid(reading));
  const saidGrams = gramsSaid(reading);
  if (said.size === 0 && saidGrams.length === 0) return () => false;
  const given = givenIn(index);
  const { ids } = index.challenges;
  return (component) => {
    const { stimuli, grams } = given[ids[component]!]!;
    if (said.size > 0 && stimuli.length > 0 && !stimuli.some((word) => said.has(word))) return true;
    return grams !== undefined && saidGrams.length > 0 && !saidGrams.includes(grams);
  };
}

/** A writer for the components of `index`. */
export function challengeWriter(index: ReferenceIndex): ChallengeWriter {
  const challengeWords = index.challenges.values.map((challenge) =>
    componentWords(challenge.replace(ANY_CHALLENGE, "")),
  );
  const stimulated = challengeWords.map((words) => stimuli(new Set(words)).length > 0);
  return (reading, component, set) => {
    const number = index.challenges.ids[component]!;
    const challenge = challengeWords[number]!;
    if (challenge.length > 0) {
      const own = support(challenge, (word) => reading.timing.has(word));
      const all = support(challenge, (word) => reading.timing.has(word) || reading.examTiming.has(word));
      set("challenge.supported", own);
      set("challenge.partly", all);
      const isAny = ANY_CHALLENGE.test(index.challenges.values[number]!);
      set("challenge.whole", all === 1 && !isAny ? 1 : 0);
      set("challenge.unsupported", all === 0 ? 1 : 0);
      set(
        "challenge.unsaid",
        Math.min(4, challenge.filter((word) => !reading.timing.has(word) && !reading.examTiming.has(word)).length) / 4,
      );
      const said = stimuliSaid(reading);
      const lost = said.filter((word) => !challenge.includes(word)).length;
      if (said.length > 0 && !isAny) set("challenge.stimulus.lost", lost / said.length);
      if (said.length > 0 && lost === said.length && stimulated[number]) set("challenge.stimulus.differs", 1);
      if (challenge.some((word) => AMOUNT.test(word) && !reading.timing.has(word) && !reading.examTiming.has(word)))
        set("challenge.amount.unsaid", 1);
      const times = challenge.filter((word) => TIMES.test(word));
      const stated = [...reading.timing].some((word) => TIMES.test(word));
      // Eight o'clock after dexamethasone is no sample of the morning.
      if (lost > 0 && challenge.some((word) => CLOCK.test(word))) set("challenge.time.differs", 1);
      else if (stated && times.length > 0) {
        const hour = challenge.find((word) => AMOUNT.test(word));
        const same =
          times.some((word) => reading.timing.has(word) && !(CLOCK.test(word) && hour && !reading.timing.has(hour))) ||
          (times.some((word) => BEFORE.has(word)) && [...BEFORE].some((word) => reading.timing.has(word)));
        set(same ? "challenge.time.agrees" : "challenge.time.differs", 1);
      } else if ([...reading.timing].some(isOffset)) set("challenge.time.lost", 1);
    } else if (reading.timing.size > 0) set("challenge.missing", 1);
  };
}
