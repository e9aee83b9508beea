import type { creditCauses, creditKinds } from "./contract.ts"

export type CreditKind = (typeof creditKinds)[number]
export type CreditCause = (typeof creditCauses)[number]

export const holdStates = ["held", "used", "released"] as const
export type HoldState = (typeof holdStates)[number]

/** Minor units of each kind. */
export interface CreditParts {
  readonly paid: bigint
  readonly given: bigint
}

export const noCredit: CreditParts = { paid: 0n, given: 0n }

/** The ledger's name for what a customer has of a kind. */
export function creditAccount(kind: CreditKind, accountId: string): string {
  return kind === "paid" ? `credit:${accountId}` : `given:${accountId}`
}

export function heldAccount(accountId: string): string {
  return `held:${accountId}`
}

export function totalOf({ paid, given }: CreditParts): bigint {
  return paid + given
}

/** What is a present is used first: what the customer paid in stays theirs to ask back for as long as can be. */
export function takeParts(available: CreditParts, wanted: bigint): CreditParts {
  const given = least(available.given, wanted)
  return { given, paid: least(available.paid, wanted - given) }
}

/** Coming back it is the other way round: first what can be paid out. */
export function returnParts(used: CreditParts, wanted: bigint): CreditParts {
  const paid = least(used.paid, wanted)
  return { paid, given: least(used.given, wanted - paid) }
}

export function less(whole: CreditParts, part: CreditParts): CreditParts {
  return { paid: whole.paid - part.paid, given: whole.given - part.given }
}

export function kindsOf(parts: CreditParts): { readonly kind: CreditKind; readonly minor: bigint }[] {
  return [
    { kind: "given" as const, minor: parts.given },
    { kind: "paid" as const, minor: parts.paid },
  ].filter(({ minor }) => minor !== 0n)
}

function least(first: bigint, second: bigint): bigint {
  return first < second ? first : second
}
