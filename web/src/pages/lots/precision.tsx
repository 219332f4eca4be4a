/** How often such proposals were right where that was measured, and what to expect of this lot. */
import type { Lot } from "../../api/types.ts";
import { Icon } from "../../components/icon.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

/** `long`: with what it was measured on. */
export function Precision({ lot, long = false }: { lot: Lot; long?: boolean }) {
  const { lots } = useMessages();
  const format = useFormat();
  if (lot.precision === null)
    return (
      <p className="precision small warning">
        <Icon name="warning" /> {lots.unmeasured}
      </p>
    );
  const { percent, rows } = lot.precision;
  const errors = (lot.rows * (100 - percent)) / 100;
  return (
    <p className="precision small">
      <strong>{format.precise(percent / 100)}</strong> {lots.precisionShort}.{" "}
      {errors < 1 ? lots.expectedNone : lots.expected(Math.round(errors))}
      {long && ` ${lots.precision(format.number(percent), format.number(rows))}`}
    </p>
  );
}
