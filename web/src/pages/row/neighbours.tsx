/** The rows before and after it in the catalogue: what the laboratory wrote next to it often says what it means. */
import type { Item } from "../../api/types.ts";
import { StateMark } from "../../components/marks.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function Neighbours({ item, project }: { item: Item; project: string }) {
  const { row } = useMessages();
  if (item.neighbours.length === 0) return null;
  return (
    <section className="neighbours" aria-label={row.neighbours}>
      <h3>{row.neighbours}</h3>
      <ul>
        {item.neighbours.map((other) => (
          <li key={other.id}>
            <StateMark state={other.state} short />
            <Link href={paths.row(project, other.id)}>{other.label}</Link>{" "}
            <span className="soft small">{[other.code, other.unit, other.specimen].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
