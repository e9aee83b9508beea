import type { OutsideAnswer, OutsideCall } from "#kit/outside/call.ts"
import type { Outside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import { federationRefusals } from "./errors.ts"
import type { OutsidePerson, ProviderAddresses, ProviderKind } from "./provider.ts"

/** What a house is asked with when somebody is sent there. */
export interface Departing {
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly codeChallenge: string
  /** They have to show again who they are, where the house can ask for that. */
  readonly isProof: boolean
}

/** What came back with them. */
export interface Arriving {
  readonly code: string
  readonly state: string
  readonly redirectUri: string
  readonly nonce: string
  readonly codeVerifier: string
}

export interface HouseDoors extends ProviderAddresses {
  readonly kind: ProviderKind
  readonly clientId: string
  readonly clientSecret: string
  readonly outside: Outside
  /** Only where the sandbox stands in. */
  readonly allowPrivate: boolean
}

/** One kind of sign-in elsewhere: where to send somebody, and who came back. */
export interface House {
  authorizeUrl(doors: HouseDoors, departing: Departing): Promise<string>
  identify(doors: HouseDoors, arriving: Arriving): Promise<OutsidePerson>
}

/** One call to the house; whatever is not an answer is refused in the same words. */
export async function askHouse(
  doors: HouseDoors,
  address: string,
  call: Omit<OutsideCall, "path" | "query">,
): Promise<OutsideAnswer> {
  const { origin, pathname, searchParams } = new URL(address)
  try {
    const host = doors.outside.host({
      name: `sign-in ${doors.kind}`,
      baseUrl: origin,
      allowPrivate: doors.allowPrivate,
      secrets: () => [doors.clientSecret],
      secretFields: ["code", "code_verifier", "client_secret", "access_token", "id_token", "refresh_token"],
      timeoutMs: 10_000,
    })
    return await host.call({ ...call, path: pathname, query: Object.fromEntries(searchParams) })
  } catch (cause) {
    if (!(cause instanceof OutsideError)) throw cause
    throw federationRefusals.create("federation.no_answer", {}, { cause, because: cause.message })
  }
}

/** As an object, or refused: a house that answers in another shape is broken, whoever's fault it is. */
export function readAnswer(answer: OutsideAnswer, what: string): Readonly<Record<string, unknown>> {
  if (answer.status !== 200) return refuseAnswer(`${what}: ${answer.status}`)
  try {
    const body = answer.json()
    if (typeof body === "object" && body !== null) return body as Record<string, unknown>
  } catch (cause) {
    throw federationRefusals.create("federation.no_answer", {}, { cause, because: `${what}: no JSON` })
  }
  return refuseAnswer(`${what}: no object`)
}

export function refuseAnswer(because: string): never {
  return federationRefusals.refuse("federation.no_answer", {}, { because })
}

export function readText(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name]
  return typeof value === "string" && value !== "" ? value : refuseAnswer(`${name} is missing`)
}

export function readObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}

export function optionalText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}

export function withQuery(address: string, params: Readonly<Record<string, string>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  return url.toString()
}
