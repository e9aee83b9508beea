import { createHash } from "node:crypto"

/** What is tried, and how patient we are with it. */
export interface GuardKind {
  /** So many tries cost nothing: people mistype. */
  readonly free: number
  /** From this one on nothing is tried for a quarter of an hour. */
  readonly lockAt: number
}

/** A person's own door: ten wrong passwords in a row are nobody's typing. */
export const doorGuard: GuardKind = { free: 5, lockAt: 10 }
/** A network address may stand for a school: more patience, and a lock all the same. */
export const addressGuard: GuardKind = { free: 25, lockAt: 60 }

const LOCK_SECONDS = 900
/** After an hour without a try everything is forgotten. */
export const FORGET_SECONDS = 3_600

export interface GuardFacts {
  readonly tries: number
  readonly secondsSince: number
}

/** Pure: how long until another try is looked at; 1, 2, 4, 8 … seconds, then the lock. */
export function waitSeconds(kind: GuardKind, facts: GuardFacts | undefined): number {
  const tries = countedTries(facts)
  if (!facts || tries < kind.free) return 0
  const pause = tries >= kind.lockAt ? LOCK_SECONDS : 2 ** (tries - kind.free)
  return Math.max(0, Math.ceil(Math.min(pause, LOCK_SECONDS) - facts.secondsSince))
}

function countedTries(facts: GuardFacts | undefined): number {
  return !facts || facts.secondsSince >= FORGET_SECONDS ? 0 : facts.tries
}

/** The id of its row: a table of addresses that were tried must not be a list of addresses. */
export function guardId(subject: string): string {
  return `grd_${createHash("sha256").update(subject).digest("base64url").slice(0, 32)}`
}
