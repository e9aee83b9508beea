import type { Context } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { getPaymentRequest } from "./queries.ts"
import { UNPAID_AFTER } from "./unpaid.ts"
import { withdrawRequest } from "./withdraw-request.ts"

const wholeHouse = { kind: "all" } as const

/** Takes back what was never paid. Whoever is just paying is left to it. */
export async function withdrawUnpaid(ctx: Context, ids: readonly string[]): Promise<void> {
  const reason = `Not paid within ${UNPAID_AFTER.days} days of its due date.`
  const isBeingPaid = await listReferencesBeingPaid(ctx, wholeHouse, ids)
  for (const id of ids) {
    if (isBeingPaid.has(id)) continue
    const { state } = await getPaymentRequest(ctx, wholeHouse, id, "update")
    if (state === "open") await withdrawRequest(ctx, wholeHouse, { id, reason })
  }
}
