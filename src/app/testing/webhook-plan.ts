import { signWebhook } from "#kit/webhook-signature.ts"
import type { SeededRandom } from "#kit/work/seeded-random.ts"

/** What became of a payer at the gateway. */
export const fates = ["paid", "declined", "walked away"] as const
export type Fate = (typeof fates)[number]

export interface PlannedAttempt {
  readonly attemptId: string
  readonly fate: Fate
}

/** A notice as a gateway would send it, or as somebody would who is not one. */
export interface Notice {
  readonly eventId: string
  readonly body: string
  readonly forgery: Forgery | undefined
}

export interface Sending {
  readonly notice: Notice
  readonly at: Temporal.Instant
}

export const forgeries = [
  "no signature",
  "wrong signature",
  "wrong secret",
  "another merchant's secret",
  "altered reference",
  "altered amount",
  "old timestamp",
  "truncated",
] as const
export type Forgery = (typeof forgeries)[number]

/** All that happens at one payment, in the gateway's own words. What they mean is read back from it. */
const TYPES = [
  "checkout.opened",
  "checkout.viewed",
  "checkout.challenged",
  "checkout.closed",
  "charge.authorized",
  "charge.captured",
  "charge.updated",
  "charge.available",
  "payout.planned",
  "checkout.archived",
] as const
export const NOTICES_PER_ATTEMPT = TYPES.length

const MOST_COPIES = 5
const LATEST_SECONDS = 3 * 86_400
/** After this the gateway has closed the page of whoever walked away. */
const CLOSED_SECONDS = 3_700
const SOON_SECONDS = 600
const FORGED = 0.01

/** Every notice one to five times, each copy at its own moment; and among them what strangers send. */
export function planSendings(
  attempts: readonly PlannedAttempt[],
  given: { readonly random: SeededRandom; readonly from: Temporal.Instant },
): Sending[] {
  const { random, from } = given
  const sendings: Sending[] = []
  const forge = (reference: string, forgery: Forgery | undefined) => {
    const notice = writeNotice(random, { type: "checkout.paid", reference, at: from, forgery })
    sendings.push({ notice, at: from.add({ seconds: pickDelay(random, 0) }) })
  }
  for (const { attemptId, fate } of attempts) {
    const earliest = fate === "walked away" ? CLOSED_SECONDS : 0
    for (const type of TYPES) {
      const notice = writeNotice(random, { type, reference: attemptId, at: from })
      for (let copy = 0; copy <= random.below(MOST_COPIES); copy++) {
        sendings.push({ notice, at: from.add({ seconds: earliest + pickDelay(random, earliest) }) })
      }
      if (random.happens(FORGED)) forge(attemptId, forgeries[random.below(forgeries.length)])
    }
  }
  // However few there are: each kind of forgery once.
  for (const [index, forgery] of forgeries.entries()) {
    const target = attempts[index % attempts.length]
    if (target) forge(target.attemptId, forgery)
  }
  return sendings.sort((first, second) => Temporal.Instant.compare(first.at, second.at))
}

/** Most within minutes, the others whenever: up to three days later. */
function pickDelay(random: SeededRandom, earliest: number): number {
  return random.below(random.happens(0.7) ? SOON_SECONDS : LATEST_SECONDS - earliest)
}

export function writeNotice(
  random: SeededRandom,
  facts: {
    readonly type: string
    readonly reference: string
    readonly at: Temporal.Instant
    readonly forgery?: Forgery | undefined
  },
): Notice {
  const bytes = new Uint8Array(12)
  random.fill(bytes)
  const eventId = `evt_${Buffer.from(bytes).toString("hex")}`
  const body = JSON.stringify({
    id: eventId,
    type: facts.type,
    created_at: facts.at.toString(),
    data: { reference: facts.reference, amount: "11000" },
  })
  return { eventId, body, forgery: facts.forgery }
}

const OLD_SECONDS = 3_600

/** The bytes that go over the wire, and their signature: made when they are sent, as gateways do. */
export function signNotice(
  { body, forgery }: Notice,
  given: { readonly secret: string; readonly nowSeconds: number },
): { readonly body: string; readonly signature: string | undefined } {
  const { secret, nowSeconds } = given
  const sign = (key: string, atSeconds = nowSeconds) => signWebhook({ body, secrets: [key], atSeconds })
  switch (forgery) {
    case undefined:
      return { body, signature: sign(secret) }
    case "no signature":
      return { body, signature: undefined }
    case "wrong signature":
      return { body, signature: `t=${nowSeconds},v1=${"0".repeat(64)}` }
    case "wrong secret":
      return { body, signature: sign("a stranger's guess") }
    case "another merchant's secret":
      return { body, signature: sign("whsec_of_another_merchant") }
    case "altered reference":
      return {
        body: body.replace(/"reference":"[^"]+"/, '"reference":"pay_of_somebody"'),
        signature: sign(secret),
      }
    case "altered amount":
      return { body: body.replace('"amount":"11000"', '"amount":"1"'), signature: sign(secret) }
    case "old timestamp":
      return { body, signature: sign(secret, nowSeconds - OLD_SECONDS) }
    case "truncated":
      return { body: body.slice(0, -7), signature: sign(secret) }
  }
}
