/** What the laboratory's row says, with what it does not say where that matters. */
import type { Item } from "../../api/types.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

/** Of an analysis, told even when empty: these decide most codes. */
const ALWAYS = ["unit", "specimen", "method"];
const ORDER = ["unit", "specimen", "method", "property", "time", "scale", "synonym", "nabm"];
/** Told elsewhere on the panel, or of no use to a reader. */
const ELSEWHERE = new Set([
  "code",
  "label",
  "exams",
  "analyses",
  "unitCode",
  "specimenCode",
  "chapter",
  "subchapter",
  "line",
]);

export function Facts({ item, project }: { item: Item; project: string }) {
  const { row, words, common, rows } = useMessages();
  const isAnalysis = item.level === "analysis";
  const names = [...ORDER, ...Object.keys(item.fields).filter((name) => !ORDER.includes(name) && !ELSEWHERE.has(name))];
  const told = names
    .map((name) => [name, textOf(item.fields[name])] as const)
    .filter(([name, text]) => text !== "" || (isAnalysis && ALWAYS.includes(name)));
  return (
    <dl className="facts" aria-label={row.facts}>
      {told.map(([name, text]) => (
        <div key={name}>
          <dt>{words.fields[name] ?? name}</dt>
          <dd className={text === "" ? "missing" : ""}>{text || common.notStated}</dd>
        </div>
      ))}
      {item.chapterLabel !== "" && (
        <div>
          <dt>{rows.chapter}</dt>
          <dd>{item.chapterLabel}</dd>
        </div>
      )}
      {item.related.length > 0 && (
        <div className="wide">
          <dt>{isAnalysis ? row.exams : row.related}</dt>
          <dd>
            {item.related.map((other, i) => (
              <span key={other.id}>
                {i > 0 && ", "}
                <Link href={paths.row(project, other.id)}>{other.label}</Link>
                {other.unit && ` (${other.unit})`}
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function textOf(value: string | readonly string[] | undefined): string {
  return value === undefined ? "" : typeof value === "string" ? value : value.join(", ");
}
