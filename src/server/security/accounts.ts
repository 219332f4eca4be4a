/** Who may sign in. */
import type { Parameter, Queries } from "../../workspace/database.ts";
import type { Actor, Role } from "../../workspace/types.ts";

export type Account = Actor & {
  readonly login: string;
  readonly active: boolean;
  readonly createdAt: Date;
  readonly passwordHash: string | null;
};

const COLUMNS = `id::text as "id", login, name, roles, specialties, active, created_at as "createdAt", password_hash as "passwordHash"`;

export type NewAccount = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly specialties: readonly string[];
  readonly passwordHash: string | null;
};

/** What two spellings of one login have in common. */
export function loginKey(login: string): string {
  return login.normalize("NFKC").trim().toLowerCase();
}

/** The account that was made, or `undefined` when its login is taken. */
export async function addAccount(db: Queries, given: NewAccount): Promise<Account | undefined> {
  const [made] = await db.query<Account>(
    `insert into account (id, login, login_key, name, roles, specialties, password_hash, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, now(), now())
     on conflict (login_key) do nothing returning ${COLUMNS}`,
    [given.login, loginKey(given.login), given.name, [...given.roles], [...given.specialties], given.passwordHash],
  );
  return made;
}

export type AccountChange = Partial<Omit<NewAccount, "login">> & { readonly active?: boolean };

const COLUMN_OF = {
  name: "name",
  roles: "roles",
  specialties: "specialties",
  active: "active",
  passwordHash: "password_hash",
} as const;

/** The account as changed, or `undefined` when there is none with this id. */
export async function changeAccount(db: Queries, id: string, change: AccountChange): Promise<Account | undefined> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined) as [keyof AccountChange, Parameter][];
  const sets = given.map(([key], i) => `${COLUMN_OF[key]} = $${i + 2}`);
  const [changed] = await db.query<Account>(
    `update account set ${[...sets, "updated_at = now()"].join(", ")} where id::text = $1 returning ${COLUMNS}`,
    [id, ...given.map(([, value]) => value)],
  );
  return changed;
}

export async function accountByLogin(db: Queries, login: string): Promise<Account | undefined> {
  const [found] = await db.query<Account>(`select ${COLUMNS} from account where login_key = $1`, [loginKey(login)]);
  return found;
}

export async function accountBySubject(db: Queries, subject: string): Promise<Account | undefined> {
  const [found] = await db.query<Account>(`select ${COLUMNS} from account where oidc_subject = $1`, [subject]);
  return found;
}

/** Ties an account to the subject of an identity provider; false when it is tied already or has a password. */
export async function tieAccount(db: Queries, id: string, subject: string): Promise<boolean> {
  const tied = await db.query(
    `update account set oidc_subject = $2, updated_at = now()
     where id::text = $1 and oidc_subject is null and password_hash is null returning id`,
    [id, subject],
  );
  return tied.length > 0;
}

export async function listAccounts(db: Queries): Promise<Account[]> {
  return db.query<Account>(`select ${COLUMNS} from account order by login_key`);
}

/** Whether nobody has an account yet: the first start. */
export async function hasNoAccount(db: Queries): Promise<boolean> {
  return (await db.query("select 1 from account limit 1")).length === 0;
}
