import type { z } from "zod"
import { ensureProduct } from "#catalog"
import { type Context, within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { getSettings } from "#tenancy"
import { getRefundPolicy } from "./get-refund-policy.ts"
import type { refundPolicyContract, refundPolicyShape } from "./money-back-contract.ts"
import { saveRefundPolicy } from "./save-refund-policy.ts"
import { findWithdrawal } from "./withdrawal-rules.ts"

export function answerRefundPolicies(): Answers<typeof refundPolicyContract> {
  return {
    get: answer(permit("billing.refund-policy.read"), (ctx) => show(ctx)),
    save: answer(permit("billing.refund-policy.write"), async (ctx, policy) => {
      await saveRefundPolicy(ctx, { policy })
      return show(ctx)
    }),
    getForProduct: answer(permit("billing.refund-policy.read"), async (ctx, { id }) => {
      await ensureProduct(ctx, within(ctx.actor), id)
      return show(ctx, id)
    }),
    saveForProduct: answer(permit("billing.refund-policy.write"), async (ctx, { id, ...policy }) => {
      await saveRefundPolicy(ctx, { productId: id, policy })
      return show(ctx, id)
    }),
    dropForProduct: answer(permit("billing.refund-policy.write"), async (ctx, { id }) => {
      await saveRefundPolicy(ctx, { productId: id, policy: null })
      return show(ctx, id)
    }),
  }
}

/** The house's word, and beside it what the law gives whatever the house says. */
async function show(ctx: Context, productId?: string): Promise<z.infer<typeof refundPolicyShape>> {
  const settings = await getSettings(ctx)
  const on = ctx.clock.today(settings.timeZone)
  const law = findWithdrawal({ country: settings.seller.country, on, isBusiness: false })
  return {
    ...(await getRefundPolicy(ctx, productId)),
    law: law && { windowDays: law.windowDays, ground: law.ground },
  }
}
