/** Name of the program and of the project, then what belongs to the person: keyboard, language, looks, account. */
import { useRole, useSession, useSignOut } from "../../api/session.ts";
import { type Language, useLanguage, useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";
import { Button } from "../button.tsx";
import { THEMES, type Theme, useTheme } from "../theme.ts";
import { Brand } from "./brand.tsx";

export function TopBar({ place, onKeyboard }: { place?: string; onKeyboard?: () => void }) {
  const { shell } = useMessages();
  const { data: session } = useSession();
  const signOut = useSignOut();
  const admin = useRole("admin");
  return (
    <div className="top-bar">
      <Brand />
      {session && (
        <nav className="place" aria-label={shell.projects}>
          <Link href={paths.projects}>{shell.projects}</Link>
          {place && <span>{place}</span>}
        </nav>
      )}
      <div className="mine">
        {onKeyboard && (
          <Button tone="quiet" icon="keyboard" shortcut="?" onClick={onKeyboard}>
            {shell.keyboard}
          </Button>
        )}
        <Choices />
        {admin && <Link href={paths.admin("utilisateurs")}>{shell.admin}</Link>}
        {session && (
          <>
            <span className="who">{session.name}</span>
            <Button tone="quiet" onClick={() => signOut.mutate()}>
              {shell.signOut}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function Choices() {
  const { shell } = useMessages();
  const { language, setLanguage } = useLanguage();
  const [theme, setTheme] = useTheme();
  return (
    <>
      <label className="choice">
        <span className="hidden">{shell.theme}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {shell.themes[name]}
            </option>
          ))}
        </select>
      </label>
      <label className="choice">
        <span className="hidden">{shell.language}</span>
        <select value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
          <option value="fr" lang="fr">
            Français
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </label>
    </>
  );
}
