import type { Context } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { chargeLateFee } from "./charge-late-fee.ts"
import { feesCatchUp } from "./fees-catch-up.ts"
import { getLateFeePolicy } from "./get-late-fee-policy.ts"
import { listLate } from "./list-late.ts"

const MOST_AT_ONCE = 200
const MOST_CHUNKS = 100

/**
 * Asks for the late fee of each invoice that is late for so long, once, by a request of its own: the invoice never
 * changes. Damages and no supply, so without tax. One that can't be asked for is left out; the others are.
 */
export async function chargeLateFees(ctx: Context, today: Temporal.PlainDate): Promise<void> {
  const policy = await getLateFeePolicy(ctx)
  if (policy.kind === "none") return
  await feesCatchUp.tryAgain(ctx)
  let after = ""
  for (let chunk = 1; chunk <= MOST_CHUNKS; chunk++) {
    const overdue = await listLate(ctx, { today, policy }, { after, limit: MOST_AT_ONCE })
    const { leftOut } = await inHalves(ctx, overdue, async (part) => {
      for (const invoice of part) await chargeLateFee(ctx, invoice, { today, policy })
    })
    const named = leftOut.map(({ item, error }) => ({ item: item.id, error }))
    await feesCatchUp.leaveOut(ctx, "charge", named)
    after = overdue.at(-1)?.id ?? ""
    if (overdue.length < MOST_AT_ONCE) return
  }
}
