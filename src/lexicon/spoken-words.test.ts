import fc from "fast-check";
import { expect, it } from "vitest";
import { soundOf } from "./normalise.ts";
import { sortedTexts } from "./sorted-texts.ts";
import { freezeSpoken, lettersOf, spokenWords, thawSpoken } from "./spoken-words.ts";

const word = fc.string({ unit: fc.constantFrom("p", "h", "a", "e", "y", "z", "1"), maxLength: 8 });

it("holds the words that a slip may hide in the order of their sounds, and opens again as it was", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      const texts = sortedTexts(words);
      const spoken = spokenWords(texts);
      const held = Array.from(spoken.bySound, (place) => spoken.at(place));
      expect([...held].sort()).toEqual(words.filter((one) => one.length >= 4 && !one.includes("1")).sort());
      const sounds = held.map(soundOf);
      expect(sounds).toEqual([...sounds].sort());
      expect([...spoken.letters]).toEqual(sounds.map(lettersOf));
      expect([...spoken.lengths]).toEqual(sounds.map((sound) => sound.length));

      const pieces = new Map(freezeSpoken("words", spoken));
      expect(thawSpoken("words", (name) => pieces.get(name)!, texts)).toEqual(spoken);
    }),
  );
});
