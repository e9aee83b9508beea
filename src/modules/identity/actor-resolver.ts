import type { Clock } from "#kit/clock.ts"
import type { Actor } from "#kit/context.ts"
import type { Database, Transaction } from "#kit/db.ts"
import type { Listener } from "#kit/listen.ts"
import { isWithinNetworks } from "#kit/network.ts"
import type { Language } from "#kit/refusal.ts"
import { requestRefusals } from "#kit/serve/errors.ts"
import type { AccessGate } from "./access-gate.ts"
import {
  actorFromCart,
  actorFromKey,
  actorFromSession,
  type KeyFacts,
  type SessionFacts,
  visitor,
} from "./actor-facts.ts"
import { findKeyFacts, findSessionFacts, hasMembers, isKeyUseDue, noteKeyUse } from "./actor-queries.ts"
import { hashApiKey, isApiKey } from "./api-key.ts"
import { barActor, barStaff, refuseKeyOfUnsecured } from "./bar-staff.ts"
import { readChosenAccount } from "./chosen-account.ts"
import { identityRefusals } from "./errors.ts"
import { findImpersonation } from "./find-impersonation.ts"
import { actorFromImpersonation, type ImpersonationFacts, readImpersonation } from "./impersonation.ts"
import { sayAccess } from "./refuse-outside-access.ts"
import { findCookie, hashToken, readSessionToken } from "./session-cookie.ts"
import { readSessionNews, SESSIONS_CHANNEL } from "./session-news.ts"
import { createShortMemory } from "./short-memory.ts"
import { staffRefusals } from "./staff-errors.ts"

/** Who is asking, and the few things about them that every page needs. */
export interface Resolved {
  readonly actor: Actor
  /** How they proved it: only cookies need guarding against other sites' forms. */
  readonly by: "nothing" | "cookie" | "key"
  readonly person: { readonly name: string; readonly email: string; readonly language: Language } | null
}

export interface ActorResolver {
  /** With the facts of the session, where they have just been read. */
  resolve(request: ActorRequest, known?: SessionFacts): Promise<Resolved>
  /** At once in this process. */
  forgetSession(request: Omit<ActorRequest, "address">): void
}

export interface ActorRequest {
  readonly tenant: string
  readonly isSecure: boolean
  /** Of the caller, as our own server saw it: staff may be held to certain networks. */
  readonly address: string
  readonly headers: Headers
}

export interface ActorResolverDeps {
  readonly database: Database
  /** The current one first; older ones still open what they signed. */
  readonly secrets: readonly string[]
  readonly clock: Clock
  /** Brings news of ended sessions from every process; without one, they are known within the cache's seconds. */
  readonly listener?: Listener
  /** Proves what a zero-trust proxy says; where a shop asks for that and there is none, its staff stay out. */
  readonly access?: AccessGate
  /** The account that was opened for the order of the cart in this browser, if there is one. */
  readonly findOrderedAccount?: FindOrderedAccount
}

export type FindOrderedAccount = (db: Transaction, cartToken: string) => Promise<string | undefined>

/** One statement a request, and none while the last answer is at most five seconds old. */
export function createActorResolver(deps: ActorResolverDeps): ActorResolver {
  const { seenSessions, seenKeys, seenActing } = openMemories(deps.listener)
  const bySession = async (tenant: string, hash: string, from: Coming): Promise<Resolved> => {
    const facts =
      from.known ??
      (await seenSessions.recall(tenant, hash, () =>
        deps.database.read(tenant, (db) => findSessionFacts(db, hash)),
      ))
    if (!facts) return nobody
    const now = deps.clock.now()
    const session = barStaff(actorFromSession(facts, from.chosen), facts, now)
    const actor = await barByAccess(deps.access, session, facts, from.assertion)
    refuseStaffFrom(from.address, actor, facts)
    const { impersonation } = from
    if (actor.kind === "staff" && !actor.barred && impersonation) {
      const acting = await seenActing.recall(tenant, impersonation, () =>
        deps.database.read(tenant, (db) => findImpersonation(db, impersonation)),
      )
      const customer = acting && actorFromImpersonation(acting, actor, now)
      if (customer) return { actor: customer, by: "cookie", person: personOf(acting) }
    }
    return { actor, by: "cookie", person: personOf(facts) }
  }
  const byKey = async (tenant: string, key: string, address: string): Promise<Resolved> => {
    const hash = hashApiKey(key)
    const now = deps.clock.now()
    const facts = await seenKeys.recall(tenant, hash, async () => {
      const found = await deps.database.read(tenant, (db) => findKeyFacts(db, hash))
      if (found && isKeyUseDue(found, now)) {
        await deps.database.writeOnce(tenant, (db) => noteKeyUse(db, found, now))
      }
      return found
    })
    const actor = facts ? actorFromKey(facts, now) : undefined
    if (!facts || !actor) return requestRefusals.refuse("request.session_over")
    refuseStaffFrom(address, actor, facts)
    if (facts.accountId === null) refuseKeyOfUnsecured(facts, now)
    if (facts.keyNetworks.length > 0 && !isWithinNetworks(address, facts.keyNetworks)) {
      identityRefusals.refuse("identity.key_not_from_here", {}, { because: `came from ${address}` })
    }
    return { actor, by: "key", person: personOf(facts) }
  }
  return {
    resolve: async ({ tenant, isSecure, address, headers }, known) => {
      const authorization = headers.get("authorization")
      if (authorization !== null) {
        const key = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1]
        // Someone who shows a key means to be known: a bad one is an error, never a visitor.
        if (!key || !isApiKey(key)) return requestRefusals.refuse("request.session_over")
        return byKey(tenant, key, address)
      }
      const token = readSessionToken(headers.get("cookie"), { isSecure, secrets: deps.secrets })
      const chosen = readChosenAccount(headers.get("cookie"))
      const impersonation = readImpersonation(headers.get("cookie"))
      const assertion = headers.get(ASSERTION_HEADER)
      const found = token
        ? await bySession(tenant, hashToken(token), { address, chosen, impersonation, assertion, known })
        : nobody
      return found.actor.kind === "visitor" ? byCart(deps, tenant, headers) : found
    },
    forgetSession: ({ tenant, isSecure, headers }) => {
      const token = readSessionToken(headers.get("cookie"), { isSecure, secrets: deps.secrets })
      if (token) seenSessions.forget(tenant, hashToken(token))
    },
  }
}

/** What was answered in the last seconds, until there is news of the person. */
function openMemories(listener: Listener | undefined) {
  const seenSessions = createShortMemory<SessionFacts>()
  const seenKeys = createShortMemory<KeyFacts>()
  const seenActing = createShortMemory<ImpersonationFacts>()
  listener?.subscribe(SESSIONS_CHANNEL, (payload) => {
    const news = payload === undefined ? undefined : readSessionNews(payload)
    for (const memory of [seenSessions, seenKeys, seenActing]) memory.forgetPerson(news)
  })
  return { seenSessions, seenKeys, seenActing }
}

/** Paying needs no session: whoever holds the cart holds its order, until somebody has shown that it is theirs. */
async function byCart(deps: ActorResolverDeps, tenant: string, headers: Headers): Promise<Resolved> {
  const cart = findCookie(headers.get("cookie"), "cart")
  const { findOrderedAccount } = deps
  if (!cart || !findOrderedAccount) return nobody
  const accountId = await deps.database.read(tenant, async (db) => {
    const ordered = await findOrderedAccount(db, cart)
    return ordered && !(await hasMembers(db, ordered)) ? ordered : undefined
  })
  return accountId ? { actor: actorFromCart(accountId), by: "cookie", person: null } : nobody
}

interface Coming {
  readonly address: string
  readonly chosen: string | undefined
  readonly impersonation: string | undefined
  readonly assertion: string | null
  readonly known: SessionFacts | undefined
}

/** Cloudflare puts it into every request that it has let through. */
export const ASSERTION_HEADER = "cf-access-jwt-assertion"

/** By session only: a key is no browser, and says itself from where it may be used. */
async function barByAccess(
  gate: AccessGate | undefined,
  actor: Actor,
  { staffAccess, email }: SessionFacts,
  assertion: string | null,
): Promise<Actor> {
  if (actor.kind !== "staff" || !staffAccess) return actor
  const shut = { isIn: false, because: "unreachable", why: "this process knows no gate" } as const
  const verdict = gate ? await gate.judge(assertion, { ...staffAccess, email }) : shut
  const barred = sayAccess(verdict, staffAccess.team)
  return barred ? barActor(actor, barred) : actor
}

/** Not as a visitor: whoever is locked out should learn why. */
function refuseStaffFrom(address: string, actor: Actor, { staffNetworks }: SessionFacts): void {
  if (actor.kind !== "staff" || !staffNetworks || staffNetworks.length === 0) return
  if (isWithinNetworks(address, staffNetworks)) return
  staffRefusals.refuse("identity.network_not_allowed", {}, { because: `came from ${address}` })
}

/** These three and no more: an answer may show it as it is. */
function personOf({ name, email, language }: SessionFacts): NonNullable<Resolved["person"]> {
  return { name, email, language }
}

const nobody: Resolved = { actor: visitor, by: "nothing", person: null }
