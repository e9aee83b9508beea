import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { getInvoice, getPaymentRequest, withdrawRequest } from "#billing"
import { type Context, type Reach, within } from "#kit/context.ts"
import { findLateFee, type LateFee } from "./find-late-fee.ts"
import { lateFees } from "./tables.ts"

/** The invoice is disputed, or the shop is kind: no fee will be asked for, and one that is and isn't paid is taken back. */
export async function waiveLateFee(
  ctx: Context,
  wish: { readonly id: string; readonly reason: string },
  reach: Reach = within(ctx.actor),
): Promise<LateFee> {
  const invoice = await getInvoice(ctx, reach, wish.id)
  const known = await findLateFee(ctx, reach, invoice.id)
  if (known?.requestId) {
    const { state } = await getPaymentRequest(ctx, reach, known.requestId, "update")
    if (state === "open") await withdrawRequest(ctx, reach, { id: known.requestId, reason: wish.reason })
  }
  const row = { state: "waived" as const, reason: wish.reason }
  if (known) await ctx.db.update(lateFees).set(row).where(eq(lateFees.invoiceId, invoice.id))
  else {
    const { accountId } = invoice
    await ctx.db
      .insert(lateFees)
      .values({ id: ctx.newId("ltf"), invoiceId: invoice.id, accountId, ...row, createdAt: ctx.clock.now() })
  }
  await recordAudit(ctx, {
    act: "fees.late-fee-waived",
    subjectId: invoice.id,
    accountId: invoice.accountId,
    reason: wish.reason,
    before: { state: known?.state ?? "none" },
    after: { state: "waived" },
  })
  return { invoiceId: invoice.id, requestId: known?.requestId ?? null, ...row }
}
