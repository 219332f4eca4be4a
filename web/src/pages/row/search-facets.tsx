/** The most frequent values of each axis among what was found, to narrow the search. */
import type { SearchResult } from "../../api/types.ts";
import { SelectField } from "../../components/field.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

const AXES = ["component", "property", "time", "system", "scale", "method"] as const;
export type Chosen = { [axis in (typeof AXES)[number]]?: string };

type Properties = { facets: SearchResult["facets"]; chosen: Chosen; onChange: (chosen: Chosen) => void };

export function SearchFacets({ facets, chosen, onChange }: Properties) {
  const { search, words, common, axisValues } = useMessages();
  const format = useFormat();
  const named = (axis: (typeof AXES)[number], value: string): string => {
    const gloss = axis === "component" || axis === "method" ? undefined : axisValues[axis][value];
    return gloss ? `${value} — ${gloss}` : value || words.anyMethod;
  };
  return (
    <fieldset className="search-facets">
      <legend>{search.facets}</legend>
      {AXES.map((axis) => {
        const value = chosen[axis] ?? "";
        const known = facets[axis].some((choice) => choice.value === value);
        return (
          <SelectField
            key={axis}
            label={words.axes[axis]}
            value={value}
            onChange={(event) => {
              const { [axis]: _, ...others } = chosen;
              onChange(event.target.value === "" ? others : { ...others, [axis]: event.target.value });
            }}
            options={[
              { value: "", label: common.all },
              ...(value !== "" && !known ? [{ value, label: named(axis, value) }] : []),
              ...facets[axis]
                .filter((choice) => choice.value !== "")
                .map((choice) => ({
                  value: choice.value,
                  label: `${named(axis, choice.value)} (${format.number(choice.count)})`,
                })),
            ]}
          />
        );
      })}
    </fieldset>
  );
}
