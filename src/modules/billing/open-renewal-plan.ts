import { listAccountLanguages } from "#identity"
import type { Context } from "#kit/context.ts"
import { inBreaths } from "#kit/work/in-breaths.ts"
import { openTax } from "#tax"
import { getSettings } from "#tenancy"
import { type PlannedRequest, planPaymentRequest } from "./plan-payment-request.ts"
import { planDueDay, planRenewalLines } from "./renewal-lines.ts"
import type { RunningSubscription } from "./subscription.ts"
import { planUseLine, type WaitingUse } from "./waiting-use.ts"

export interface RenewalWish {
  /** Subscriptions of one account and currency: they go onto one request. */
  readonly group: readonly RunningSubscription[]
  readonly purpose: "renewal" | "extension"
  readonly cycles: number
  /** What was used and is asked for with it. */
  readonly use?: readonly WaitingUse[]
}

export interface PlannedRenewal {
  readonly wish: RenewalWish
  readonly planned: PlannedRequest
}

/**
 * Looks up what a request to each of these accounts takes besides what it asks for. What it gives reckons any number of
 * requests, asks nothing more, and lets others have their turn.
 */
export async function openRenewalPlan(
  ctx: Context,
  accountIds: readonly string[],
): Promise<(wishes: readonly RenewalWish[]) => Promise<PlannedRenewal[]>> {
  if (accountIds.length === 0) return async () => []
  const settings = await getSettings(ctx)
  const languages = await listAccountLanguages(ctx, accountIds)
  const { newId, clock } = ctx
  const tax = await openTax(ctx, settings, accountIds)
  const at = { newId, now: clock.now(), today: clock.today(settings.timeZone) }
  const plan = (wish: RenewalWish) => {
    const [first] = wish.group
    if (!first) throw new Error("A request to pay for nothing.")
    const { accountId } = first
    const language = languages.get(accountId)
    if (!language) throw new Error(`${accountId} is asked for a payment and is no account.`)
    const used = (wish.use ?? []).map((use) => planUseLine(use, language))
    const lines = [...planRenewalLines(wish.group, wish.cycles, language), ...used]
    const dueOn = planDueDay(wish.group, at.today)
    const { currency } = first.unit
    const orders = new Set(wish.group.map((one) => one.purchaseOrder).filter((order) => order !== null))
    const { purpose } = wish
    const wanted = {
      accountId,
      orderId: null,
      purpose,
      currency,
      dueOn,
      lines,
      purchaseOrder: [...orders].join(", ") || null,
    }
    return { wish, planned: planPaymentRequest(wanted, { ...at, tax: tax.ofAccount(accountId) }) }
  }
  return (wishes) => inBreaths(wishes, plan)
}
