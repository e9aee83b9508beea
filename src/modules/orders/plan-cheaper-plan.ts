import type { z } from "zod"
import type { Money } from "#kit/money.ts"
import type { changeOptionShape } from "./change-of-plan-contract.ts"

type Option = Pick<
  z.infer<typeof changeOptionShape>,
  "planId" | "planName" | "price" | "hindrance" | "moments" | "lost"
>

/** The next smaller one: of those that can be had and cost less, what costs most, and takes nothing away that was chosen. */
export function planCheaperPlan<One extends Option>(
  options: readonly One[],
  current: Money,
): One | undefined {
  const minor = (one: Option) => BigInt(one.price.minor)
  const fitting = options.filter(
    (one) =>
      one.hindrance === null &&
      one.moments.length > 0 &&
      one.lost.length === 0 &&
      one.price.currency === current.currency &&
      minor(one) < current.minor,
  )
  return fitting.toSorted((a, b) => (minor(a) < minor(b) ? 1 : -1))[0]
}
