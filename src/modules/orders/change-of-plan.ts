import type { PricePart } from "#billing"
import type { Say } from "#kit/refusal.ts"
import type { Resources } from "#provisioning"
import type { ChangeState, hindrances } from "./change-of-plan-contract.ts"

/** What may follow what: a change waits for its difference, or is made at once. */
export const changeMoves: Readonly<Record<ChangeState, readonly ChangeState[]>> = {
  awaiting_payment: ["applied", "withdrawn"],
  planned: ["applied", "withdrawn"],
  applied: [],
  withdrawn: [],
}

export function canMove(from: ChangeState, to: ChangeState): boolean {
  return changeMoves[from].includes(to)
}

/** The plan as it was agreed on: a later change of the catalogue doesn't change a wish that is being paid. */
export interface AgreedPlan {
  readonly planId: string
  readonly versionId: string | null
  readonly priceId: string
  readonly planName: Say
  readonly resources: Resources
  readonly packageId: number
  readonly unitMinor: string
  /** What the unit is made of: the plan and what goes along with it. Absent or empty: the plan alone. */
  readonly parts?: readonly PricePart[]
}

/** What an agreement was before it was about the other plan: what is put back if that is taken back. */
export interface TermsBefore {
  readonly planId: string
  readonly versionId: string | null
  readonly priceId: string
  readonly unitMinor: string
  readonly parts?: readonly PricePart[]
  readonly words: Say
}

/** Why a plan can't be changed to; null where it can. */
export type Hindrance = (typeof hindrances)[number] | null

export function hindranceOf(facts: {
  readonly storageGb: { readonly from: number; readonly to: number }
  readonly isOther: boolean
  readonly isPaid: boolean
  /** Something goes back, and something new is paid once. */
  readonly isMixed: boolean
  /** Of the times that are paid one costs less and another more, and more is to be paid in all. */
  readonly isBothWays: boolean
}): Hindrance {
  if (!facts.isOther) return "same_plan"
  // What the machine's disk holds can't be cut off, whatever the difference in money.
  if (facts.storageGb.to < facts.storageGb.from) return "disk_too_small"
  if (!facts.isPaid) return "not_paid"
  if (facts.isMixed) return "back_and_setup"
  // A bill has no line below zero, and what goes back of one time is no payment for another.
  return facts.isBothWays ? "back_and_more" : null
}
