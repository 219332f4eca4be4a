/** First start: makes the account of the administrator, and signs them in. */
import { type FormEvent, useState } from "react";
import { useSetup } from "../../api/session.ts";
import type { SetupState } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page } from "../../components/page.tsx";
import { useMessages } from "../../i18n/language.tsx";

/** As the server asks. */
const SHORTEST = 12;

export function SetupPage({ state }: { state: SetupState }) {
  const { setup } = useMessages();
  const making = useSetup();
  const textOf = useErrorText();
  const [fields, setFields] = useState({ name: "", login: "", password: "", again: "", token: "" });
  const [tried, setTried] = useState(false);
  const set = (name: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [name]: event.target.value });

  const short = fields.password.length < SHORTEST;
  const differs = fields.password !== fields.again;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (short || differs) return;
    const { name, login, password, token } = fields;
    making.mutate({ name, login, password, ...(token === "" ? {} : { token }) });
  };
  return (
    <Page title={setup.title} lead={setup.lead} className="narrow">
      <form className="card form" onSubmit={submit} noValidate={false}>
        {making.error && <Notice tone="error" title={textOf(making.error)} />}
        <TextField label={setup.name} value={fields.name} onChange={set("name")} autoComplete="name" required />
        <TextField
          label={setup.login}
          value={fields.login}
          onChange={set("login")}
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <TextField
          label={setup.password}
          help={setup.passwordHelp}
          {...(tried && short ? { error: setup.short } : {})}
          type="password"
          value={fields.password}
          onChange={set("password")}
          autoComplete="new-password"
          required
        />
        <TextField
          label={setup.again}
          {...(tried && differs ? { error: setup.differs } : {})}
          type="password"
          value={fields.again}
          onChange={set("again")}
          autoComplete="new-password"
          required
        />
        {state.token && (
          <TextField
            label={setup.token}
            help={setup.tokenHelp}
            value={fields.token}
            onChange={set("token")}
            autoComplete="one-time-code"
            required
          />
        )}
        <Button tone="primary" submit busy={making.isPending}>
          {setup.submit}
        </Button>
      </form>
    </Page>
  );
}
