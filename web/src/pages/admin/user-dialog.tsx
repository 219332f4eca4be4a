/** Makes an account, or changes one. */
import { type FormEvent, useState } from "react";
import { useSaveUser } from "../../api/admin.ts";
import type { Role, User } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { CheckField, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { useSay } from "../../components/said.tsx";
import { useMessages } from "../../i18n/language.tsx";

const ROLES: readonly Role[] = ["biologist", "manager", "admin", "reader"];

export function UserDialog({ user, onClose }: { user: User | undefined; onClose: () => void }) {
  const { admin, words, common } = useMessages();
  const say = useSay();
  const textOf = useErrorText();
  const saving = useSaveUser(user?.id);
  const [name, setName] = useState(user?.name ?? "");
  const [login, setLogin] = useState(user?.login ?? "");
  const [roles, setRoles] = useState<readonly Role[]>(user?.roles ?? ["biologist"]);
  const [specialties, setSpecialties] = useState(user?.specialties.join(", ") ?? "");
  const [password, setPassword] = useState("");
  const [active, setActive] = useState(user?.active ?? true);
  const [tried, setTried] = useState(false);

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (roles.length === 0) return;
    saving.mutate(
      {
        ...(user ? { active } : { login }),
        name,
        roles,
        specialties: specialties.split(/[,;\s]+/).filter(Boolean),
        ...(password === "" ? {} : { password }),
      },
      {
        onSuccess: () => {
          say(admin.saved(name));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={user ? admin.edit(user.name) : admin.newUser} onClose={onClose}>
      <form className="form" onSubmit={save}>
        {saving.error && <Notice tone="error" title={textOf(saving.error)} />}
        <TextField label={admin.name} value={name} onChange={(event) => setName(event.target.value)} required />
        {user === undefined && (
          <TextField
            label={admin.login}
            value={login}
            onChange={(event) => setLogin(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            required
          />
        )}
        <fieldset>
          <legend>{admin.roles}</legend>
          {tried && roles.length === 0 && (
            <p className="error small" role="alert">
              {admin.rolesNeeded}
            </p>
          )}
          {ROLES.map((role) => (
            <CheckField
              key={role}
              label={
                <>
                  {words.roles[role]} <span className="soft small">{words.roleHelp[role]}</span>
                </>
              }
              checked={roles.includes(role)}
              onChange={(event) =>
                setRoles(event.target.checked ? [...roles, role] : roles.filter((other) => other !== role))
              }
            />
          ))}
        </fieldset>
        <TextField
          label={admin.specialties}
          help={admin.specialtiesHelp}
          value={specialties}
          onChange={(event) => setSpecialties(event.target.value)}
        />
        <TextField
          label={user ? admin.newPassword : admin.password}
          help={user ? admin.passwordHelp : admin.passwordHelpNew}
          type="password"
          minLength={12}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="new-password"
        />
        {user && <p className="soft small">{admin.sessions}</p>}
        {user && (
          <CheckField label={admin.active} checked={active} onChange={(event) => setActive(event.target.checked)} />
        )}
        <div className="buttons">
          <Button tone="primary" submit busy={saving.isPending}>
            {admin.save}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
