import { randomUUID } from "node:crypto"
import type { z } from "zod"
import type { meShape } from "#identity/contract"
import { type Clock, monotonicMs } from "#kit/clock.ts"
import { ApiProblem } from "#kit/problem.ts"
import type { Language } from "#kit/refusal.ts"
import { toProblem } from "#kit/serve/problems.ts"
import type { shopShape } from "#tenancy/contract"
import type { ApiClient, ApiDoor, Caller } from "../api/api-door.ts"
import type { Visit } from "./edge.ts"
import type { SignIns } from "./sign-ins.ts"

type Me = z.output<typeof meShape>
type Shop = z.output<typeof shopShape>

/** What a page's loader or action may reach; the web declares the same shape and is given it per request. */
export interface PageServices {
  readonly api: ApiClient
  readonly withKey: (key: string) => ApiClient
  readonly newKey: () => string
  readonly language: Language
  readonly shop: Shop
  readonly me: Me
  readonly now: string
  readonly nonce: string
  /** An error that no page foresaw: into the log it goes; the reader gets a page that says so. */
  readonly report: (error: unknown) => void
  readonly signIn: (credentials: { email: string; password: string }) => Promise<{
    readonly cookies: readonly string[]
    readonly api: ApiClient
    readonly withKey: (key: string) => ApiClient
    readonly me: Me
  }>
  readonly signOut: () => Promise<{ readonly cookies: readonly string[] }>
}

export interface PageFacts {
  readonly language: Language
  readonly nonce: string
}

export interface PageServicesDeps {
  readonly api: ApiDoor
  readonly signIns: SignIns
  readonly clock: Clock
}

export type ProvideServices = (
  visit: Visit,
  caller: Caller,
  headers: Headers,
  page: PageFacts,
) => Promise<PageServices>

export function createPageServices(deps: PageServicesDeps): ProvideServices {
  const shops = createShopMemory()
  return async (visit, given, headers, page) => {
    const caller = { ...given, language: page.language }
    const doors = doorsFor(deps.api, caller)
    const [shop, me] = await Promise.all([
      shops(visit.tenant.id, () => doors.api.tenancy.shop.get()),
      caller.resolved.actor.kind === "visitor" ? visitorMe : doors.api.identity.me.get(),
    ])
    return {
      ...doors,
      newKey: randomUUID,
      language: page.language,
      nonce: page.nonce,
      report: (error) => visit.log.error({ error }, "a page failed"),
      now: deps.clock.now().toString(),
      shop,
      me,
      signIn: (credentials) =>
        asApiProblem(caller, async () => {
          const { cookies, resolved } = await deps.signIns.signIn(visit, headers, credentials)
          const opened = doorsFor(deps.api, { ...caller, resolved })
          return { cookies, ...opened, me: await opened.api.identity.me.get() }
        }),
      signOut: () => asApiProblem(caller, () => deps.signIns.signOut(visit, headers)),
    }
  }
}

const visitorMe: Me = { person: null, role: "visitor", accounts: [], permissions: [], impersonation: null }

function doorsFor(api: ApiDoor, caller: Caller) {
  return { api: api.inProcess(caller), withKey: (key: string) => api.inProcess(caller, key) }
}

async function asApiProblem<Result>(caller: Caller, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ApiProblem) throw error
    throw new ApiProblem(toProblem(error, caller), { cause: error })
  }
}

/** Every page shows the shop's name and taxes; they change a few times a year. */
const SHOP_REMEMBERED_MS = 5_000

function createShopMemory() {
  const shops = new Map<string, { readonly shop: Shop; readonly until: number }>()
  return async (tenant: string, ask: () => Promise<Shop>): Promise<Shop> => {
    const known = shops.get(tenant)
    if (known && known.until > monotonicMs()) return known.shop
    const shop = await ask()
    shops.set(tenant, { shop, until: monotonicMs() + SHOP_REMEMBERED_MS })
    return shop
  }
}
