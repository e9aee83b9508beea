import { drizzleAdapter } from "@better-auth/drizzle-adapter"
import { type BetterAuthOptions, betterAuth } from "better-auth"
import { eq } from "drizzle-orm"
import type { Log } from "#kit/context.ts"
import type { Database } from "#kit/db.ts"
import type { NewId } from "#kit/id.ts"
import { identityRefusals } from "./errors.ts"
import { hashSessionTokens } from "./hashed-sessions.ts"
import { hashPassword, isPasswordPoolFull, verifyPassword } from "./password.ts"
import { hashToken, readSessionToken, sessionCookieName } from "./session-cookie.ts"
import { people, sessions, signInMethods, verifications } from "./tables.ts"
import { createTenantStatements } from "./tenant-statements.ts"

/** Where someone signs in: one tenant under one of its own names. */
export interface SignInSite {
  readonly tenant: string
  /** "https://shop.example": cookies and later passkeys are bound to it. */
  readonly origin: string
  /** Of the caller, as our own server saw it. */
  readonly address: string
  readonly userAgent: string
}

export interface SignIn {
  /** The cookies of a new session; the same refusal for a wrong password and an unknown address. */
  signIn(site: SignInSite, credentials: Credentials): Promise<{ setCookies: string[] }>
  /** Ends the session the cookie names, if any; the answer is the same without one. */
  signOut(site: SignInSite, cookies: string | null): Promise<{ setCookies: string[] }>
}

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly isRemembered?: boolean
}

export interface SignInDeps {
  readonly database: Database
  /** The current one first: it signs the cookies. Older ones still open what they signed. */
  readonly secrets: readonly string[]
  readonly newId: NewId
  readonly log: Log
}

/**
 * The sign-in library behind two doors of our own. It is never handed a caller's request: none of its many
 * endpoints, and none of the headers it would believe, can be reached from outside.
 */
export function createSignIn(deps: SignInDeps): SignIn {
  const statements = createTenantStatements(deps.database.pool)
  const instances = new Map<string, Handler>()
  const instanceFor = (origin: string): Handler => {
    const known = instances.get(origin)
    if (known) return known
    if (instances.size >= MOST_INSTANCES) instances.clear()
    const made = betterAuth(optionsFor(origin, deps, statements.db)).handler
    instances.set(origin, made)
    return made
  }
  const send = (site: SignInSite, path: string, body: object, cookies: string | null = null) =>
    statements.within(site.tenant, () => instanceFor(site.origin)(requestFor(site, path, body, cookies)))
  return {
    signIn: async (site, credentials) => {
      if (isPasswordPoolFull()) {
        identityRefusals.refuse("identity.sign_in_busy", {}, { retryAfterSeconds: 2 })
      }
      const { email, password, isRemembered = true } = credentials
      const body = { email, password, rememberMe: isRemembered }
      const answer = await send(site, "/sign-in/email", body)
      // A wrong word, an unknown address and an address that is none: all one to whoever asks.
      if (answer.status === 400 || answer.status === 401) {
        identityRefusals.refuse("identity.sign_in_failed", {}, { because: await answer.text() })
      }
      if (!answer.ok) throw new Error(`The sign-in library answered ${answer.status}.`)
      return { setCookies: answer.headers.getSetCookie() }
    },
    signOut: async (site, cookies) => {
      const isSecure = site.origin.startsWith("https://")
      const token = readSessionToken(cookies, { isSecure, secrets: deps.secrets })
      // Ended here, for the library would not know a cookie that an older key has signed.
      if (token) await statements.within(site.tenant, () => endSession(statements.db, token))
      const answer = await send(site, "/sign-out", {}, cookies)
      if (!answer.ok) throw new Error(`The sign-in library answered ${answer.status} to signing out.`)
      return { setCookies: answer.headers.getSetCookie() }
    },
  }
}

async function endSession(db: Statements, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.token, hashToken(token)))
}

type Statements = ReturnType<typeof createTenantStatements>["db"]
type Handler = (request: Request) => Promise<Response>

/** One instance takes 10 ms and 50 kB; a process serves hundreds of host names at most. */
const MOST_INSTANCES = 500
const SESSION_DAYS = 7
const ADDRESS_HEADER = "x-hostwell-client-address"
const BASE_PATH = "/api/auth"

function optionsFor(origin: string, deps: SignInDeps, db: Statements) {
  const [secret] = deps.secrets
  if (!secret) throw new Error("Signing in needs a secret to sign cookies with.")
  const isSecure = origin.startsWith("https://")
  const attributes = { secure: isSecure, httpOnly: true, sameSite: "lax", path: "/" } as const
  const schema = { user: people, session: sessions, account: signInMethods, verification: verifications }
  const adapter = drizzleAdapter(db, { provider: "pg", schema, transaction: false })
  return {
    baseURL: origin,
    basePath: BASE_PATH,
    secret,
    database: (options: BetterAuthOptions) => hashSessionTokens(adapter(options)),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: {
        hash: hashPassword,
        verify: ({ password, hash }: { password: string; hash: string }) => verifyPassword(password, hash),
      },
    },
    session: { expiresIn: SESSION_DAYS * 86_400, cookieCache: { enabled: false } },
    // Ours counts attempts for every door; the library's would trust a header and lock everyone out together.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What fails inside comes out as it is: a full house as our refusal, a broken database as itself.
    onAPIError: { throw: true },
    logger: { log: (level: string, message: string) => deps.log.debug({ level }, message) },
    advanced: {
      database: { generateId: ({ model }: { model: string }) => deps.newId(prefixes[model] ?? "aut") },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      useSecureCookies: false,
      defaultCookieAttributes: attributes,
      cookies: {
        session_token: { name: sessionCookieName(isSecure), attributes },
        dont_remember: { name: `${sessionCookieName(isSecure)}_only`, attributes },
      },
    },
  } satisfies BetterAuthOptions
}

const prefixes: Readonly<Record<string, string>> = {
  user: "per",
  session: "ses",
  account: "sim",
  verification: "ver",
}

function requestFor(site: SignInSite, path: string, body: object, cookies: string | null): Request {
  return new Request(`${site.origin}${BASE_PATH}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: site.origin,
      "user-agent": site.userAgent.slice(0, 300),
      [ADDRESS_HEADER]: site.address,
      ...(cookies ? { cookie: cookies } : {}),
    },
    body: JSON.stringify(body),
  })
}
