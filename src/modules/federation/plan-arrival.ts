import type { Errand } from "./passage.ts"
import type { OutsidePerson } from "./provider.ts"

export interface ArrivalFacts {
  readonly errand: Errand
  /** Who left, and who is signed in at this browser now. */
  readonly leftAs: string | undefined
  /** Milliseconds of the machine's time. */
  readonly leftAt: number
  readonly signedInAs: string | undefined
  readonly outside: OutsidePerson
  /** Who comes in by this name of that house already. */
  readonly known: { readonly personId: string; readonly email: string } | undefined
  /** Who has the address here, and whether it was ever shown to be theirs. */
  readonly holder: { readonly personId: string; readonly isConfirmed: boolean } | undefined
}

export type ArrivalStep =
  | { readonly step: "come-in"; readonly personId: string; readonly email: string }
  | { readonly step: "connect"; readonly personId: string }
  | { readonly step: "prove"; readonly personId: string }
  /** The address is somebody's here: they have to show in the way they know that it is them. */
  | { readonly step: "offer-to-connect"; readonly email: string }
  | { readonly step: "offer-to-join"; readonly email: string }
  | { readonly step: "refuse"; readonly why: "way_back_over" | "address_unverified" | "not_shown_anew" }

/**
 * What an arrival is worth. An address opens nothing by itself: not an unconfirmed one, and a confirmed one only leads to
 * the question whether its owner here wants to be connected.
 */
export function planArrival(facts: ArrivalFacts): ArrivalStep {
  const { errand, leftAs, signedInAs, outside, known, holder } = facts
  if (errand !== "sign-in") {
    const isSame = signedInAs !== undefined && signedInAs === leftAs
    if (!isSame) return { step: "refuse", why: "way_back_over" }
    if (errand === "connect") return { step: "connect", personId: signedInAs }
    if (known?.personId !== signedInAs) return { step: "refuse", why: "way_back_over" }
    return wasShownAnew(facts)
      ? { step: "prove", personId: signedInAs }
      : { step: "refuse", why: "not_shown_anew" }
  }
  if (known) return { step: "come-in", ...known }
  const email = outside.email?.trim().toLowerCase()
  if (!email || !outside.isEmailVerified) return { step: "refuse", why: "address_unverified" }
  if (!holder) return { step: "offer-to-join", email }
  // Who typed an address that was never theirs must not be met there by its real owner.
  return holder.isConfirmed
    ? { step: "offer-to-connect", email }
    : { step: "refuse", why: "address_unverified" }
}

/** Two clocks that nobody moves are seldom further apart. */
const CLOCKS_APART_SECONDS = 60

/**
 * A house where somebody is still signed in sends them back without a question, and whoever sits at a browser left open
 * can take the wish to be asked out of the address. So only its own word counts, on when they were asked.
 */
function wasShownAnew({ outside, leftAt }: ArrivalFacts): boolean {
  return (
    outside.authenticatedAt !== null &&
    outside.authenticatedAt >= Math.floor(leftAt / 1_000) - CLOCKS_APART_SECONDS
  )
}
