import { createHash } from "node:crypto"
import type { Keyring } from "#kit/secrets.ts"

/** What somebody went to another house for. */
export type Errand = "sign-in" | "connect" | "prove"

/** Kept by the browser that left, in a cookie with our seal: nobody else can come back in its place. */
export interface Departure {
  readonly id: string
  readonly providerId: string
  readonly errand: Errand
  readonly returnTo: string
  /** Milliseconds of the machine's time. */
  readonly leftAt: number
  /** Who was signed in, where the errand is theirs. */
  readonly personId?: string
}

/** What a house has said about the person at this browser, while they decide what to make of it. */
export interface Offer {
  readonly providerId: string
  readonly providerName: string
  readonly subject: string
  /** Confirmed by that house; an offer without one is not made. */
  readonly email: string
  readonly name: string
  readonly returnTo: string
  readonly arrivedAt: number
}

export const DEPARTURE_COOKIE = "hostwell_away"
export const OFFER_COOKIE = "hostwell_offer"
export const PASSAGE_SECONDS = 900

export function sealDeparture(keyring: Keyring, tenant: string, departure: Departure): string {
  return seal(keyring, `departure ${tenant}`, departure)
}

export function openDeparture(keyring: Keyring, tenant: string, text: string): Departure | undefined {
  return open(keyring, `departure ${tenant}`, text) as Departure | undefined
}

export function sealOffer(keyring: Keyring, tenant: string, offer: Offer): string {
  return seal(keyring, `offer ${tenant}`, offer)
}

export function openOffer(keyring: Keyring, tenant: string, text: string): Offer | undefined {
  return open(keyring, `offer ${tenant}`, text) as Offer | undefined
}

/** Derived from the departure, so that neither its cookie nor our tables hold them. */
export function secretsOf(keyring: Keyring, { id }: Pick<Departure, "id">) {
  const codeVerifier = keyring.mac("federation.verifier", id)
  return {
    state: keyring.mac("federation.state", id),
    nonce: keyring.mac("federation.nonce", id),
    codeVerifier,
    codeChallenge: createHash("sha256").update(codeVerifier).digest("base64url"),
  }
}

function seal(keyring: Keyring, place: string, value: object): string {
  const body = Buffer.from(JSON.stringify(value)).toString("base64url")
  return `${body}.${keyring.mac("federation.passages", `${place} ${body}`)}`
}

function open(keyring: Keyring, place: string, text: string): unknown {
  const [body = "", mac = "", ...rest] = text.split(".")
  if (rest.length > 0 || !keyring.isMac("federation.passages", `${place} ${body}`, mac)) return undefined
  return JSON.parse(Buffer.from(body, "base64url").toString())
}
