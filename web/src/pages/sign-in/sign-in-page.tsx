/** Signing in: by login and password, or at the institution when that is set up. */
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/client.ts";
import { useSetupState, useSignIn } from "../../api/session.ts";
import { Button } from "../../components/button.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { useParams } from "../../navigation/search-params.ts";

export function SignInPage() {
  const { signIn } = useMessages();
  const { data: setup } = useSetupState();
  const signing = useSignIn();
  const textOf = useErrorText();
  // How a try at the institution ended: the server says it in the address that it sends back to.
  const [{ oidc = "" }] = useParams();
  const failed = signIn.oidcFailed[oidc];
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signing.mutate({ login, password });
  };
  const unknown = signing.error instanceof ApiError && signing.error.status === 401;
  return (
    <Page title={signIn.title} lead={signIn.lead} className="narrow">
      <form className="card form" onSubmit={submit}>
        {signing.error && <Notice tone="error" title={unknown ? signIn.wrong : textOf(signing.error)} />}
        {failed && !signing.error && <Notice tone="error" title={failed} />}
        <TextField
          label={signIn.login}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <TextField
          label={signIn.password}
          type="password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="current-password"
          required
        />
        <Button tone="primary" submit busy={signing.isPending}>
          {signIn.submit}
        </Button>
        {setup?.oidc && (
          <a className="button plain" href="/api/oidc/login">
            {signIn.oidc}
          </a>
        )}
      </form>
    </Page>
  );
}
