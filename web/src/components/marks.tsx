/** Signs for states, groups and verdicts: always a shape and a word, never colour alone. */

import type { ItemRow, ItemState } from "../api/types.ts";
import { useMessages } from "../i18n/language.tsx";
import { Icon, type IconName } from "./icon.tsx";

type Verdict = "supports" | "assumed" | "contradicts";

const VERDICTS: Readonly<Record<Verdict, IconName>> = { supports: "check", assumed: "circle", contradicts: "cross" };
const STATES: Readonly<Record<ItemState, IconName>> = {
  todo: "circle",
  proposed: "circle",
  decided: "check",
  "second-read": "eyes",
  signed: "lock",
  reopened: "again",
};
const BANDS: Readonly<Record<ItemRow["band"], IconName>> = { auto: "check", review: "pen", none: "none" };

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { words } = useMessages();
  return (
    <span className={`mark ${verdict}`}>
      <Icon name={VERDICTS[verdict]} /> {words.verdicts[verdict]}
    </span>
  );
}

export function StateMark({ state, short = false }: { state: ItemState; short?: boolean }) {
  const { words } = useMessages();
  return (
    <span className={`mark state-${state}`} title={short ? words.states[state] : undefined}>
      <Icon name={STATES[state]} /> <span className={short ? "hidden" : ""}>{words.states[state]}</span>
    </span>
  );
}

export function BandMark({ band }: { band: ItemRow["band"] }) {
  const { words } = useMessages();
  return (
    <span className={`mark band-${band}`}>
      <Icon name={BANDS[band]} /> {words.bands[band]}
    </span>
  );
}
