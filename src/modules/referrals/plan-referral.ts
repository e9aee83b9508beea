import type { Currency } from "#kit/money.ts"
import type { ReferralTerms, VoidCause } from "./referral.ts"

export interface ReferralFacts {
  readonly terms: ReferralTerms
  readonly today: Temporal.PlainDate
  /** The first invoice over more than nothing: when it was paid, in what, and what became of it. */
  readonly invoice: {
    readonly paidOn: Temporal.PlainDate
    readonly currency: Currency
    /** Something of it was given back, other than to put a wrong price right. */
    readonly isRefunded: boolean
    readonly dispute: "open" | "lost" | null
  }
  /** The accounts by themselves. */
  readonly hindrance: Extract<VoidCause, "same_person" | "known_before" | "account_gone"> | null
  /** How often the referrer was rewarded within the last year. */
  readonly rewardedLately: number
}

export type ReferralPlan =
  | { readonly act: "wait" }
  | { readonly act: "void"; readonly because: VoidCause }
  | { readonly act: "grant"; readonly referrerMinor: bigint; readonly newcomerMinor: bigint }

/**
 * Whether both sides get what was promised, today. The first payment has to have stood for all of the days; one that a
 * bank looks at is waited for. Beyond the limit the referrer gets nothing, and whoever came gets theirs. Pure.
 */
export function planReferral(facts: ReferralFacts): ReferralPlan {
  const { terms, today, invoice, hindrance, rewardedLately } = facts
  if (hindrance) return { act: "void", because: hindrance }
  if (invoice.isRefunded) return { act: "void", because: "refunded" }
  if (invoice.dispute === "lost") return { act: "void", because: "disputed" }
  const isDue = Temporal.PlainDate.compare(today, invoice.paidOn.add({ days: terms.afterDays })) >= 0
  if (!isDue || invoice.dispute === "open") return { act: "wait" }
  const reward = terms.rewards.find(({ currency }) => currency === invoice.currency)
  const isBeyond = terms.mostAYear !== null && rewardedLately >= terms.mostAYear
  const referrerMinor = isBeyond ? 0n : BigInt(reward?.referrerMinor ?? "0")
  const newcomerMinor = BigInt(reward?.newcomerMinor ?? "0")
  if (referrerMinor + newcomerMinor === 0n) return { act: "void", because: "no_reward" }
  return { act: "grant", referrerMinor, newcomerMinor }
}
