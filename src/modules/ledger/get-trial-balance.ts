import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { TrialBalance } from "./contract.ts"
import { planTrialBalance } from "./plan-trial-balance.ts"
import { findLastProof } from "./queries.ts"
import { sumTrialBalance } from "./sum-trial-balance.ts"

/** Until today and since the first of the month, unless other days are asked for. */
export async function getTrialBalance(
  ctx: Context,
  reach: Reach,
  wish: { readonly from?: string | undefined; readonly on?: string | undefined },
): Promise<TrialBalance> {
  const { timeZone } = await getSettings(ctx)
  const on = wish.on ? Temporal.PlainDate.from(wish.on) : ctx.clock.today(timeZone)
  const wanted = wish.from ? Temporal.PlainDate.from(wish.from) : on.with({ day: 1 })
  const from = Temporal.PlainDate.compare(wanted, on) > 0 ? on : wanted
  return {
    from: from.toString(),
    on: on.toString(),
    currencies: planTrialBalance(await sumTrialBalance(ctx, reach, { from, on })),
    proof: (await findLastProof(ctx, reach)) ?? null,
  }
}
