/** A value of an axis as LOINC writes it, with plain words beside it where there are some. */
import { useMessages } from "../../i18n/language.tsx";

type Axis = "component" | "property" | "time" | "system" | "scale" | "method";

export function AxisValue({ axis, value }: { axis: Axis; value: string }) {
  const { axisValues, words } = useMessages();
  if (value === "") return <span className="soft">{axis === "method" ? words.anyMethod : "—"}</span>;
  const gloss = axis === "component" || axis === "method" ? undefined : axisValues[axis][value];
  return (
    <span className="axis-value">
      <span className="code" lang="en">
        {value}
      </span>
      {gloss && <span className="gloss"> {gloss}</span>}
    </span>
  );
}
