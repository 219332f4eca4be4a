/** Where in the import one is. */
import { useMessages } from "../../i18n/language.tsx";

export function Steps({ at }: { at: number }) {
  const { imports } = useMessages();
  return (
    <ol className="steps" aria-label={imports.step(at + 1, imports.steps.length)}>
      {imports.steps.map((name, i) => (
        <li key={name} aria-current={i === at ? "step" : undefined} className={i < at ? "past" : ""}>
          <span className="number">{i + 1}</span> {name}
        </li>
      ))}
    </ol>
  );
}
