import { z } from "@hono/zod-openapi";
import { Id, Instant } from "./common.ts";

export const Role = z.enum(["admin", "manager", "biologist", "reader"]);
export type Role = z.infer<typeof Role>;

export const Login = z.string().trim().min(1).max(100);
/** Length is what makes a password strong: no rule on its characters. */
export const NewPassword = z.string().min(12).max(200);

export const SignIn = z.object({ login: Login, password: z.string().min(1).max(200) }).openapi("SignIn");

/** The person who is signed in. `csrf` goes back as `X-CSRF-Token` with every change. */
export const Session = z
  .object({
    id: Id,
    login: z.string(),
    name: z.string(),
    roles: z.array(Role),
    /** Sections in which a biologist decides and signs (`18719-5`…); empty means all. */
    specialties: z.array(z.string()),
    csrf: z.string(),
    expiresAt: Instant,
  })
  .openapi("Session");
export type Session = z.infer<typeof Session>;

export const SetupState = z
  .object({
    /** True while nobody has an account. */
    needed: z.boolean(),
    /** True when the token that the terminal shows must be given. */
    token: z.boolean(),
    /** True when sign-in by OpenID Connect is configured. */
    oidc: z.boolean(),
    version: z.string(),
    /** The reference that is loaded, for the foot of the page. */
    reference: z.object({ title: z.string(), version: z.string() }),
    notice: z.string(),
  })
  .openapi("SetupState");
export type SetupState = z.infer<typeof SetupState>;

export const Setup = z
  .object({
    login: Login,
    name: z.string().trim().min(1).max(200),
    password: NewPassword,
    token: z.string().optional(),
  })
  .openapi("Setup");

export const User = z
  .object({
    id: Id,
    login: z.string(),
    name: z.string(),
    roles: z.array(Role),
    specialties: z.array(z.string()),
    active: z.boolean(),
    /** Whether a password is set; an account of OpenID Connect has none. */
    password: z.boolean(),
    createdAt: Instant,
  })
  .openapi("User");
export type User = z.infer<typeof User>;

export const NewUser = z
  .object({
    login: Login,
    name: z.string().trim().min(1).max(200),
    roles: z.array(Role).min(1),
    specialties: z.array(z.string().max(100)).default([]),
    password: NewPassword.optional(),
  })
  .openapi("NewUser");

export const UserChange = z
  .object({
    name: z.string().trim().min(1).max(200),
    roles: z.array(Role).min(1),
    specialties: z.array(z.string().max(100)),
    active: z.boolean(),
    password: NewPassword,
  })
  .partial()
  .openapi("UserChange");
