import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { getPaymentRequest, type InvoiceDetail } from "./queries.ts"
import { restorePaid } from "./restore-paid.ts"
import { invoices, paymentRequests } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * Another invoice stands in the place of one that nobody has paid: the request asks for what that comes to, by its day,
 * and what stood still for the old one runs, for it is not late any more.
 */
export async function moveOwed(ctx: Context, from: InvoiceDetail, into: InvoiceDetail): Promise<void> {
  const { requestId } = from
  if (!requestId || !into.dueOn) throw new Error(`${into.id} is owed without a request, or without a day.`)
  const { total } = await getPaymentRequest(ctx, wholeHouse, requestId)
  await ctx.db.update(invoices).set({ state: "credited" }).where(eq(invoices.id, from.id))
  await ctx.db
    .update(paymentRequests)
    .set({ creditedMinor: total.minor - into.total.minor, dueOn: into.dueOn })
    .where(eq(paymentRequests.id, requestId))
  await restorePaid(ctx, into.id, `${into.number} stands in the place of what it owed, and is due later.`)
}
