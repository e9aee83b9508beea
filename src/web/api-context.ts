import type { ContractRouterClient } from "@orpc/contract"
import { createContext } from "react-router"
import type { z } from "zod"
import type { apiContract } from "#app/contract.ts"
import type { meShape } from "#identity/contract"
import type { Language } from "#kit/refusal.ts"
import type { shopShape } from "#tenancy/contract"

export type ApiClient = ContractRouterClient<typeof apiContract>
export type Shop = z.output<typeof shopShape>
export type Me = z.output<typeof meShape>

export interface TourFacts {
  readonly isBought: boolean
  readonly isBroken: boolean
  readonly isRepaired: boolean
  readonly isClockMoved: boolean
  readonly stuckOperationId: string | null
}

/** All that a page's loader or action may reach: the same procedures as the REST API, as this caller. */
export interface PageServices {
  /** Throws ApiProblem for every answer that is not one, its words in `language`. */
  readonly api: ApiClient
  /** The same API for one writing call: the key makes a repeated form harmless. */
  readonly withKey: (key: string) => ApiClient
  /** Unguessable; rendered hidden into each writing form. */
  readonly newKey: () => string
  readonly language: Language
  readonly shop: Shop
  /** While the shop is suspended: what its customers still get. */
  readonly closure: "read_only" | "closed" | null
  readonly me: Me
  /** The clock of the house, which can be moved: an instant as text. */
  readonly now: string
  /** For the content security policy; only pages that hydrate use it. */
  readonly nonce: string
  /** Pages that only show ourselves exist there and nowhere else. */
  readonly isSandbox: boolean
  /** What has really been done in this demo since it was opened, for its tour; null where there is none. */
  readonly tour: () => Promise<TourFacts | null>
  readonly door: PageDoor
  /** The API of whoever holds this cart: after checkout, before anybody has signed in. */
  readonly asBuyer: (cartToken: string) => Promise<Pick<PageServices, "api" | "withKey">>
  readonly signOut: () => Promise<{ readonly cookies: readonly string[] }>
}

/** Coming in, step by step. Each refuses with ApiProblem, and answers the cookies to set and who came in. */
export interface PageDoor {
  readonly signIn: (credentials: { email: string; password: string }) => Promise<CameThrough>
  readonly answerSecondFactor: (wish: { code: string; isTrusted: boolean }) => Promise<CameThrough>
  readonly signInByPasskey: (answer: unknown) => Promise<CameThrough>
  readonly signInByLink: (token: string) => Promise<CameThrough>
  /** "It is me": opens dangerous acts for some minutes. */
  readonly prove: (proof: { password: string } | { code: string } | { passkey: unknown }) => Promise<void>
  readonly changePassword: (password: string) => Promise<CameThrough>
  /** By what another house has just said, once it is connected with somebody here. */
  readonly signInByOffer: (offer: string) => Promise<CameThrough & { readonly returnTo: string }>
}

export interface CameThrough {
  /** `Set-Cookie` values, as they are to be sent. */
  readonly cookies: readonly string[]
  /** Then nobody is in yet: a code is asked for next. */
  readonly needsSecondFactor: boolean
  readonly me: Me
}

export const apiContext = createContext<PageServices & PageReport>()

export interface PageReport {
  /** An error that no page foresaw, for the log; the reader gets the page that says so. */
  readonly report: (error: unknown) => void
}
