import type { Context } from "#kit/context.ts"
import type { CartLine, DiscountedItem } from "./cart.ts"
import { orderRefusals } from "./errors.ts"
import { listTried, type Tried } from "./list-tried.ts"

/**
 * Which lines are tried first. Who looks decides: somebody signed in who has tried it pays from the first day and reads
 * why; whom nobody knows yet sees the trial, and signs in before it begins.
 */
export async function withTrials(ctx: Context, items: readonly DiscountedItem[]): Promise<CartLine[]> {
  if (!items.some(({ item }) => item.wantsTrial)) {
    return items.map((one) => ({ ...one, trial: null, noTrial: null }))
  }
  const [accountId] = ctx.actor.kind === "customer" ? ctx.actor.accountIds : []
  const tried: Tried[] = accountId ? await listTried(ctx, { kind: "all" }, accountId) : []
  return items.map((one) => {
    if (!one.item.wantsTrial) return { ...one, trial: null, noTrial: null }
    const { trial, productId } = one.plan
    const bar = !trial
      ? "trial_gone"
      : tried.some((other) => trial.once === "shop" || other.productId === productId)
        ? "trial_used"
        : null
    if (bar) return { ...one, trial: null, noTrial: orderRefusals.create(`orders.${bar}`) }
    // The second one of a cart is paid for.
    tried.push({ productId })
    return { ...one, trial, noTrial: null }
  })
}
