import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { keepTransferWords, postTransfer } from "#ledger"
import type { Attempt } from "./attempt.ts"
import type { Charge } from "./gateways/gateway.ts"
import { attempts } from "./tables.ts"

/**
 * Some gateways say what they keep of a charge only once they have reckoned it, or reckon it anew: what it differs by is
 * booked. Called with the attempt's row held; what settles it books its fee itself.
 */
export async function noteFee(ctx: Context, attempt: Attempt, charge: Charge | null): Promise<void> {
  if (!charge || charge.feeMinor === null || attempt.chargeId !== charge.id) return
  const more = charge.feeMinor - (attempt.feeMinor ?? 0n)
  if (more === 0n) return
  await ctx.db.update(attempts).set({ feeMinor: charge.feeMinor }).where(eq(attempts.id, attempt.id))
  await postTransfer(ctx, {
    key: `payment-fee:${attempt.id}:${charge.feeMinor}:${ctx.clock.now()}`,
    currency: attempt.amount.currency,
    reference: attempt.id,
    words: keepTransferWords("gateway_fee", { payment: attempt.id, gateway: attempt.gateway }),
    postings: [
      { account: `fees:${attempt.gateway}`, minor: more },
      { account: `cash:${attempt.gateway}`, minor: -more },
    ],
  })
}
