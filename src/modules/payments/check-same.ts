import { isSame, type Money } from "#kit/money.ts"
import { paymentRefusals } from "./errors.ts"
import type { AttemptWish } from "./write-attempt.ts"

/** The attempt that is under way is the one that was asked for, or the two would be mixed up. */
export function checkSame<Live extends { readonly amount: Money }>(
  live: Live,
  wanted: Pick<AttemptWish, "amount" | "reference">,
): Live {
  if (isSame(live.amount, wanted.amount)) return live
  return paymentRefusals.refuse("payments.other_amount_running", { reference: wanted.reference })
}
