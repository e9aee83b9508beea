import { drizzleAdapter } from "@better-auth/drizzle-adapter"
import { type BetterAuthOptions, betterAuth } from "better-auth"
import { Refusal } from "#kit/refusal.ts"
import { answerSecondFactor, type SecondFactorWish } from "./answer-second-factor.ts"
import { arriveWithout } from "./arrive-without.ts"
import { beginAdmission } from "./begin-admission.ts"
import { beginPasskey, type PasskeyAsked } from "./begin-passkey.ts"
import { changePassword } from "./change-password.ts"
import { endSessionOf } from "./end-session-of.ts"
import { identityRefusals } from "./errors.ts"
import { evenOut } from "./even-out.ts"
import { forgiveTurn } from "./forgive-turn.ts"
import { giveBackTurn } from "./give-back-turn.ts"
import { addressGuard, doorGuard } from "./guard.ts"
import { hashSessionTokens } from "./hashed-sessions.ts"
import { hashPassword, isPasswordPoolFull, verifyPassword } from "./password.ts"
import { type Proof, prove } from "./prove.ts"
import { proveAs } from "./prove-as.ts"
import { hashToken, sessionCookieName } from "./session-cookie.ts"
import { signInByLink } from "./sign-in-by-link.ts"
import { signInByPasskey } from "./sign-in-by-passkey.ts"
import { cookiesOf } from "./sign-in-cookies.ts"
import { actAt, type CameIn, type SignInDeps, type SignInSite } from "./sign-in-house.ts"
import { people, sessions, signInMethods, verifications } from "./tables.ts"
import { takeTurn } from "./take-turn.ts"
import { createTenantStatements } from "./tenant-statements.ts"
import type { PasskeyAnswer } from "./verify-passkey.ts"

export type { CameIn, SignInDeps, SignInSite } from "./sign-in-house.ts"

export interface SignIn {
  /** The cookies of a new session; the same refusal for a wrong password and an unknown address. */
  signIn(site: SignInSite, credentials: Credentials): Promise<CameIn>
  answerSecondFactor(site: SignInSite, wish: SecondFactorWish): Promise<CameIn>
  beginPasskey(site: SignInSite): Promise<PasskeyAsked>
  signInByPasskey(site: SignInSite, answer: PasskeyAnswer): Promise<CameIn>
  signInByLink(site: SignInSite, token: string): Promise<CameIn>
  /** For whoever another house has vouched for, once it is known who they are here. */
  signInAs(site: SignInSite, person: { personId: string; email: string }): Promise<CameIn>
  /** The same for somebody who is in already and has to show it anew. */
  proveAs(site: SignInSite, personId: string): Promise<void>
  /** "It is me": opens dangerous acts for some minutes. */
  prove(site: SignInSite, proof: Proof): Promise<void>
  /** Ends every other session; this one goes on under another secret. */
  changePassword(site: SignInSite, password: string): Promise<CameIn>
  /** Ends the session the cookie names, if any; the answer is the same without one. */
  signOut(site: SignInSite): Promise<{ setCookies: string[] }>
}

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly isRemembered?: boolean
}

/**
 * The sign-in library behind doors of our own. It is never handed a caller's request: none of its many
 * endpoints, and none of the headers it would believe, can be reached from outside.
 */
export function createSignIn(deps: SignInDeps): SignIn {
  const library = openLibrary(deps)
  return {
    signIn: (site, credentials) => signInByPassword(deps, library, site, credentials),
    answerSecondFactor: (site, wish) => answerSecondFactor(deps, site, wish),
    beginPasskey: (site) => beginPasskey(deps, site),
    signInByPasskey: (site, answer) => signInByPasskey(deps, site, answer),
    signInByLink: (site, token) => signInByLink(deps, site, token),
    signInAs: (site, person) => arriveWithout(deps, site, { ...person, way: "provider" }),
    proveAs: (site, personId) => proveAs(deps, site, personId),
    prove: (site, proof) => prove(deps, site, proof),
    changePassword: (site, password) => changePassword(deps, site, password),
    signOut: async (site) => {
      // Ended here, for the library would not know a cookie that an older key has signed.
      await endOwnSession(deps, site)
      const answer = await library.send(site, "/sign-out", {}, site.cookies)
      if (!answer.ok) throw new Error(`The sign-in library answered ${answer.status} to signing out.`)
      return { setCookies: answer.headers.getSetCookie() }
    },
  }
}

async function signInByPassword(
  deps: SignInDeps,
  library: Library,
  site: SignInSite,
  credentials: Credentials,
): Promise<CameIn> {
  if (isPasswordPoolFull()) identityRefusals.refuse("identity.sign_in_busy", {}, { retryAfterSeconds: 2 })
  const email = credentials.email.trim().toLowerCase()
  const cookies = cookiesOf(deps, site)
  const device = cookies.device(email)
  // A browser that has been in before has a door of its own: a stranger's guesses don't lock its owner out.
  const door = device ? `door ${email} ${device}` : `door ${email}`
  const address = `address ${site.address}`
  await actAt(deps, site, ({ db }) =>
    takeTurn(db, [
      { subject: door, kind: doorGuard },
      { subject: address, kind: addressGuard },
    ]),
  )
  const body = { email, password: credentials.password, rememberMe: credentials.isRemembered ?? true }
  const giveBack = () => actAt(deps, site, ({ db }) => giveBackTurn(db, [door, address]))
  const answer = await unlessBusy(() => library.send(site, "/sign-in/email", body), giveBack)
  // A wrong word, an unknown address and an address that is none: all one to whoever asks.
  if (answer.status === 400 || answer.status === 401) {
    return identityRefusals.refuse("identity.sign_in_failed", {}, { because: await answer.text() })
  }
  if (!answer.ok) throw new Error(`The sign-in library answered ${answer.status}.`)
  const setCookies = answer.headers.getSetCookie()
  const tokenHash = hashToken(cookies.tokenIn(setCookies) ?? "")
  await endOwnSession(deps, site)
  const { userAgent } = site
  const admitted = await actAt(deps, site, async (ctx) => {
    await forgiveTurn(ctx.db, { door, address })
    const arriving = {
      tokenHash,
      way: "password" as const,
      deviceId: device,
      userAgent,
      address: site.address,
      country: site.country,
    }
    return beginAdmission(ctx, arriving)
  })
  if (admitted.needsSecondFactor) return { setCookies, needsSecondFactor: true }
  return {
    setCookies: [...setCookies, cookies.setDevice(email, admitted.deviceId)],
    needsSecondFactor: false,
  }
}

/** Whoever comes in anew leaves the session they had: nobody can prepare one for them. */
async function endOwnSession(deps: SignInDeps, site: SignInSite): Promise<void> {
  const token = cookiesOf(deps, site).token()
  if (!token) return
  await actAt(deps, site, (ctx) => endSessionOf(ctx, hashToken(token)))
}

async function unlessBusy<Result>(run: () => Promise<Result>, undo: () => Promise<void>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal && error.declaration === identityRefusals.declarations.sign_in_busy)
      await undo()
    throw error
  }
}

type Statements = ReturnType<typeof createTenantStatements>["db"]
type Handler = (request: Request) => Promise<Response>
type Library = ReturnType<typeof openLibrary>

/** One instance takes 10 ms and 50 kB; a process serves hundreds of host names at most. */
const MOST_INSTANCES = 500
const SESSION_DAYS = 7
const ADDRESS_HEADER = "x-hostwell-client-address"
const BASE_PATH = "/api/auth"

function openLibrary(deps: SignInDeps) {
  const statements = createTenantStatements(deps.database)
  const instances = new Map<string, Handler>()
  const instanceFor = (origin: string): Handler => {
    const known = instances.get(origin)
    if (known) return known
    if (instances.size >= MOST_INSTANCES) instances.clear()
    const made = betterAuth(optionsFor(origin, deps, statements.db)).handler
    instances.set(origin, made)
    return made
  }
  return {
    send: (site: SignInSite, path: string, body: object, cookies: string | null = null) =>
      statements.within(site.tenant, () => instanceFor(site.origin)(requestFor(site, path, body, cookies))),
  }
}

function optionsFor(origin: string, deps: SignInDeps, db: Statements) {
  const [secret] = deps.secrets
  if (!secret) throw new Error("Signing in needs a secret to sign cookies with.")
  const secure = origin.startsWith("https://")
  const attributes = { secure, httpOnly: true, sameSite: "lax", path: "/" } as const
  const schema = { user: people, session: sessions, account: signInMethods, verification: verifications }
  const adapter = drizzleAdapter(db, { provider: "pg", schema, transaction: false })
  return {
    baseURL: origin,
    basePath: BASE_PATH,
    secret,
    database: (options: BetterAuthOptions) => hashSessionTokens(evenOut(adapter(options))),
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
        session_token: { name: sessionCookieName(secure), attributes },
        dont_remember: { name: `${sessionCookieName(secure)}_only`, attributes },
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
