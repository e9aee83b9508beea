import type { z } from "zod"
import { listAccountNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { exemptionShape } from "./contract.ts"
import { exemptionState } from "./exemption.ts"
import type { taxExemptions } from "./tables.ts"

export type ExemptionView = z.infer<typeof exemptionShape>

export async function describeExemptions(
  ctx: Context,
  reach: Reach,
  rows: readonly (typeof taxExemptions.$inferSelect)[],
): Promise<ExemptionView[]> {
  const { timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone)
  const names = await listAccountNames(
    ctx,
    rows.map(({ accountId }) => accountId),
  )
  return rows.map(({ id, accountId, country, region, number, fromOn, untilOn, ...row }) => {
    const reference = reach.kind === "all" ? row.reference : null
    const days = { from: fromOn.toString(), until: untilOn.toString() }
    const accountName = names.get(accountId) ?? ""
    const state = exemptionState(days, today)
    return { id, accountId, accountName, country, region, number, reference, ...days, state }
  })
}
