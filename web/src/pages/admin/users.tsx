/** Accounts, their roles and specialties. */
import { useState } from "react";
import { useUsers } from "../../api/admin.ts";
import type { User } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { UserDialog } from "./user-dialog.tsx";

export function Users() {
  const { admin, words } = useMessages();
  const query = useUsers();
  const [editing, setEditing] = useState<User | "new">();
  return (
    <section className="card">
      <div className="card-head">
        <h2>{admin.users}</h2>
        <Button tone="primary" icon="plus" onClick={() => setEditing("new")}>
          {admin.newUser}
        </Button>
      </div>
      <Loaded query={query}>
        {(users) => (
          <table>
            <thead>
              <tr>
                <th scope="col">{admin.name}</th>
                <th scope="col">{admin.login}</th>
                <th scope="col">{admin.roles}</th>
                <th scope="col">{admin.specialties}</th>
                <th scope="col">{admin.status}</th>
                <th scope="col">{admin.change}</th>
              </tr>
            </thead>
            <tbody>
              {users.map((user) => (
                <tr key={user.id}>
                  <th scope="row">{user.name}</th>
                  <td>{user.login}</td>
                  <td>{user.roles.map((role) => words.roles[role]).join(", ")}</td>
                  <td>{user.specialties.join(", ") || <span className="soft">{admin.allSpecialties}</span>}</td>
                  <td>
                    <span className="mark">
                      <Icon name={user.active ? "check" : "none"} /> {user.active ? admin.active : admin.inactive}
                    </span>
                  </td>
                  <td>
                    <Button tone="quiet" icon="pen" onClick={() => setEditing(user)} aria-label={admin.edit(user.name)}>
                      {admin.change}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {editing && <UserDialog user={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </section>
  );
}
