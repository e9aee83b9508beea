import { randomUUID } from "node:crypto"
import type { z } from "zod"
import { findArrived } from "#federation"
import { type ActorResolver, identityRefusals, type PasskeyAnswer } from "#identity"
import { type meShape, passkeyAnswer } from "#identity/contract"
import type { Clock } from "#kit/clock.ts"
import type { Database } from "#kit/db.ts"
import type { NewId } from "#kit/id.ts"
import type { Listener } from "#kit/listen.ts"
import { ApiProblem } from "#kit/problem.ts"
import type { Language } from "#kit/refusal.ts"
import type { Keyring } from "#kit/secrets.ts"
import { toProblem } from "#kit/serve/problems.ts"
import type { Closure } from "#tenancy"
import type { shopShape } from "#tenancy/contract"
import type { ApiClient, ApiDoor, Caller } from "../api/api-door.ts"
import type { TourFacts } from "../demo/read-tour.ts"
import { type AnswerMemory, createAnswerMemory, recallShown } from "./answer-memory.ts"
import type { Visit } from "./edge.ts"
import { onShopNews } from "./shop-news.ts"
import type { Entered, SignIns } from "./sign-ins.ts"

type Me = z.output<typeof meShape>
type Shop = z.output<typeof shopShape>

/** What a page's loader or action may reach; the web declares the same shape and is given it per request. */
export interface PageServices {
  readonly api: ApiClient
  readonly withKey: (key: string) => ApiClient
  readonly newKey: () => string
  readonly language: Language
  readonly shop: Shop
  /** While the shop is suspended: what its customers still get. */
  readonly closure: Closure | null
  readonly me: Me
  readonly now: string
  readonly nonce: string
  /** Pages that only show ourselves exist there and nowhere else. */
  readonly isSandbox: boolean
  readonly tour: () => Promise<TourFacts | null>
  /** An error that no page foresaw: into the log it goes; the reader gets a page that says so. */
  readonly report: (error: unknown) => void
  readonly door: PageDoor
  /** The API of whoever holds this cart: after checkout, before anybody has signed in. */
  readonly asBuyer: (cartToken: string) => Promise<{
    readonly api: ApiClient
    readonly withKey: (key: string) => ApiClient
  }>
  readonly signOut: () => Promise<{ readonly cookies: readonly string[] }>
}

/** Coming in, step by step; each answers the cookies to set and who came in. */
export interface PageDoor {
  readonly signIn: (credentials: { email: string; password: string }) => Promise<CameThrough>
  readonly answerSecondFactor: (wish: { code: string; isTrusted: boolean }) => Promise<CameThrough>
  readonly signInByPasskey: (answer: unknown) => Promise<CameThrough>
  readonly signInByLink: (token: string) => Promise<CameThrough>
  readonly prove: (proof: { password: string } | { code: string } | { passkey: unknown }) => Promise<void>
  readonly changePassword: (password: string) => Promise<CameThrough>
  /** By what another house has just said, once it is connected with somebody here. */
  readonly signInByOffer: (offer: string) => Promise<CameThrough & { readonly returnTo: string }>
}

export interface CameThrough {
  readonly cookies: readonly string[]
  readonly needsSecondFactor: boolean
  readonly me: Me
  readonly api: ApiClient
  readonly withKey: (key: string) => ApiClient
}

export interface PageFacts {
  readonly language: Language
  readonly nonce: string
}

export interface PageServicesDeps {
  readonly api: ApiDoor
  readonly signIns: SignIns
  readonly resolver: ActorResolver
  readonly clock: Clock
  /** Brings news of changed shops; without one, a change is seen within the memory's seconds. */
  readonly listener?: Listener
  readonly isSandbox: boolean
  readonly readTour: (visit: Visit) => Promise<TourFacts | null>
  /** What another house has said comes back under a seal. */
  readonly keyring: Keyring
  readonly database: Database
  readonly newId: NewId
}

export type ProvideServices = (
  visit: Visit,
  caller: Caller,
  headers: Headers,
  page: PageFacts,
) => Promise<PageServices>

export function createPageServices(deps: PageServicesDeps): ProvideServices {
  const answers = createAnswerMemory()
  onShopNews(deps.listener, answers.forget)
  return async (visit, given, headers, page) => {
    const caller = { ...given, language: page.language }
    // Where no news come, a changed price would be seen too late.
    const doors = doorsFor(deps.api, caller, deps.listener ? answers : undefined)
    const [shop, me] = await Promise.all([
      answers.recall(visit.tenant.id, "shop", () => doors.api.tenancy.shop.get()),
      caller.resolved.actor.kind === "visitor" ? visitorMe : doors.api.identity.me.get(),
    ])
    return {
      ...doors,
      newKey: randomUUID,
      language: page.language,
      nonce: page.nonce,
      isSandbox: deps.isSandbox,
      tour: async () => (deps.isSandbox ? deps.readTour(visit) : null),
      report: (error) => visit.log.error({ error }, "a page failed"),
      now: deps.clock.now().toString(),
      shop,
      closure: visit.tenant.closure,
      me,
      door: openDoor(deps, visit, caller, headers),
      asBuyer: async (cartToken) => {
        const { tenant, isSecure, address } = visit
        const cart = new Headers({ cookie: `cart=${cartToken}` })
        const resolved = await deps.resolver.resolve({ tenant: tenant.id, isSecure, address, headers: cart })
        return doorsFor(deps.api, { ...caller, resolved })
      },
      signOut: () => asApiProblem(caller, () => deps.signIns.signOut(visit, headers)),
    }
  }
}

function openDoor(deps: PageServicesDeps, visit: Visit, caller: Caller, headers: Headers): PageDoor {
  const { signIns } = deps
  const through = (run: () => Promise<Entered>) =>
    asApiProblem(caller, async () => {
      const { cookies, resolved, needsSecondFactor } = await run()
      const doors = doorsFor(deps.api, { ...caller, resolved })
      const me = needsSecondFactor ? visitorMe : await doors.api.identity.me.get()
      return { cookies, needsSecondFactor, me, ...doors }
    })
  return {
    signIn: (credentials) => through(() => signIns.signIn(visit, headers, credentials)),
    answerSecondFactor: (wish) => through(() => signIns.answerSecondFactor(visit, headers, wish)),
    signInByPasskey: (answer) => through(() => signIns.signInByPasskey(visit, headers, readPasskey(answer))),
    signInByLink: (token) => through(() => signIns.signInByLink(visit, headers, token)),
    prove: (proof) =>
      asApiProblem(caller, () =>
        signIns.prove(visit, headers, "passkey" in proof ? { passkey: readPasskey(proof.passkey) } : proof),
      ),
    changePassword: (password) => through(() => signIns.changePassword(visit, headers, password)),
    signInByOffer: async (offer) => {
      const { returnTo, ...person } = await asApiProblem(caller, () => findWho(deps, visit, caller, offer))
      return { ...(await through(() => signIns.signInAs(visit, headers, person))), returnTo }
    },
  }
}

function findWho(deps: PageServicesDeps, visit: Visit, caller: Caller, offer: string) {
  const { clock, keyring, database } = deps
  const { language, requestId, log } = caller
  const actor = { kind: "system", name: "sign-in", permissions: new Set<string>() } as const
  const tenant = visit.tenant.id
  return database.transact(tenant, (db) =>
    findArrived({ tenant, db, clock, newId: deps.newId, log, actor, language, requestId }, keyring, offer),
  )
}

/** From a hidden field that the page's script filled: whatever stands in it, only a signature counts. */
function readPasskey(answer: unknown): PasskeyAnswer {
  const read = passkeyAnswer.safeParse(answer)
  if (!read.success)
    return identityRefusals.refuse("identity.passkey_refused", {}, { because: "no passkey's answer" })
  return read.data as unknown as PasskeyAnswer
}

const visitorMe: Me = {
  person: null,
  role: "visitor",
  accounts: [],
  permissions: [],
  secondFactor: null,
  barredBy: null,
  impersonation: null,
}

function doorsFor(api: ApiDoor, caller: Caller, answers?: AnswerMemory) {
  // Who is known may be shown more than others are.
  const recall =
    answers && caller.resolved.actor.kind === "visitor" ? recallShown(answers, caller) : undefined
  return { api: api.inProcess(caller, { recall }), withKey: (key: string) => api.inProcess(caller, { key }) }
}

async function asApiProblem<Result>(caller: Caller, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ApiProblem) throw error
    throw new ApiProblem(toProblem(error, caller), { cause: error })
  }
}
