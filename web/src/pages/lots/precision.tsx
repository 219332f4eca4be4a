/** How often such proposals were right where that was measured, and what to expect of this lot. */
import type { Lot } from "../../api/types.ts";
import { Notice } from "../../components/notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

export function Precision({ lot }: { lot: Lot }) {
  const { lots } = useMessages();
  const format = useFormat();
  if (lot.precision === null) return <Notice tone="warning">{lots.unmeasured}</Notice>;
  const { percent, rows } = lot.precision;
  const errors = (lot.rows * (100 - percent)) / 100;
  return (
    <div className="precision">
      <p className="precision-number">
        <strong>{format.precise(percent / 100)}</strong> {lots.precisionShort}
      </p>
      <p className="soft small">
        {lots.precision(format.number(percent), format.number(rows))}{" "}
        {errors < 1 ? lots.expectedNone : lots.expected(format.number(Math.round(errors)))}
      </p>
    </div>
  );
}
