import { type Coupon, type PlanTrial, suits } from "#catalog"
import type { Context } from "#kit/context.ts"
import type { CartLine, DiscountedItem } from "./cart.ts"
import { orderRefusals } from "./errors.ts"
import { listTried, type Tried } from "./list-tried.ts"

/**
 * Which lines are tried first. Who looks decides: somebody signed in who has tried it pays from the first day and reads
 * why; whom nobody knows yet sees the trial, and signs in before it begins.
 */
export async function withTrials(
  ctx: Context,
  items: readonly DiscountedItem[],
  coupons: readonly Coupon[],
): Promise<CartLine[]> {
  const untried = { trial: null, longer: undefined, noTrial: null }
  if (!items.some(({ item }) => item.wantsTrial)) return items.map((one) => ({ ...one, ...untried }))
  const [accountId] = ctx.actor.kind === "customer" ? ctx.actor.accountIds : []
  const tried: Tried[] = accountId ? await listTried(ctx, { kind: "all" }, accountId) : []
  const bar = (code: "trial_gone" | "trial_used") => ({
    ...untried,
    noTrial: orderRefusals.create(`orders.${code}`),
  })
  return items.map((one) => {
    if (!one.item.wantsTrial) return { ...one, ...untried }
    const { trial, productId } = one.plan
    if (!trial) return { ...one, ...bar("trial_gone") }
    const isUsed = tried.some((other) => trial.once === "shop" || other.productId === productId)
    if (isUsed) return { ...one, ...bar("trial_used") }
    // The second one of a cart is paid for.
    tried.push({ productId })
    return { ...one, ...lengthen(trial, one.plan, coupons), noTrial: null }
  })
}

/** By one coupon and not by several: whichever gives the most days, of equal ones the first that was typed. */
function lengthen(
  trial: PlanTrial,
  plan: DiscountedItem["plan"],
  coupons: readonly Coupon[],
): Pick<CartLine, "trial" | "longer"> {
  const suiting = coupons.filter((coupon) => coupon.kind === "trial" && suits(coupon, plan))
  const [longer] = suiting.toSorted((one, other) => (other.trialDays ?? 0) - (one.trialDays ?? 0))
  const days = longer?.trialDays ?? 0
  if (!longer || days === 0) return { trial, longer: undefined }
  return { trial: { ...trial, days: trial.days + days, longer: { code: longer.code, days } }, longer }
}
