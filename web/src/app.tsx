/** Who sees what: set-up at first start, then sign-in, then the pages. */
import { useState } from "react";
import { useSession, useSetupState } from "./api/session.ts";
import { KeyboardOverlay } from "./components/keyboard/overlay.tsx";
import { useKeys } from "./components/keyboard/use-keys.ts";
import { Loaded } from "./components/query-state.tsx";
import { Shell } from "./components/shell/shell.tsx";
import { usePath } from "./navigation/location.ts";
import { pageAt } from "./pages/page-at.tsx";
import { SetupPage } from "./pages/sign-in/setup-page.tsx";
import { SignInPage } from "./pages/sign-in/sign-in-page.tsx";

export function App() {
  const session = useSession();
  const setup = useSetupState();
  if (session.data) return <SignedIn />;
  return (
    <Shell>
      <Loaded query={setup}>{(state) => (state.needed ? <SetupPage state={state} /> : <SignedOut />)}</Loaded>
    </Shell>
  );
}

function SignedOut() {
  const session = useSession();
  return <Loaded query={session}>{() => <SignInPage />}</Loaded>;
}

function SignedIn() {
  const [help, setHelp] = useState(false);
  useKeys({ "?": () => setHelp(true) });
  const { project, page } = pageAt(usePath());
  return (
    <Shell project={project} onKeyboard={() => setHelp(true)}>
      {page}
      {help && <KeyboardOverlay onClose={() => setHelp(false)} />}
    </Shell>
  );
}
