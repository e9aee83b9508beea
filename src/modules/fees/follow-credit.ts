import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { findReplacement, getInvoice, getPaymentRequest, withdrawRequest } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { findLateFee, type LateFee } from "./find-late-fee.ts"
import { lateFees } from "./tables.ts"

const wholeHouse: Reach = { kind: "all" }

/**
 * An invoice was credited. Where another one stands in its place, or nothing was ever owed by it, nobody is late for it: a
 * fee that is asked for and not paid is taken back. What was said or paid once holds for the one in its place: a waiver
 * stays a waiver, and no second fee is asked for. Told twice, it changes nothing.
 */
export async function followCredit(ctx: Context, fact: { readonly invoiceId: string }): Promise<void> {
  const fee = await findLateFee(ctx, wholeHouse, fact.invoiceId)
  if (!fee) return
  const invoice = await getInvoice(ctx, wholeHouse, fact.invoiceId)
  const { replacedBy } = await findReplacement(ctx, wholeHouse, invoice)
  if (!replacedBy && invoice.state !== "credited") return
  const reason = replacedBy
    ? "The invoice was replaced by one with the right tax."
    : "The invoice was credited before it was paid."
  const isTakenBack = fee.state === "charged" && (await takeBack(ctx, fee, invoice.accountId, reason))
  if (replacedBy && !isTakenBack && fee.reason !== reason)
    await carry(ctx, fee, invoice.accountId, replacedBy.id)
}

/** Whether it could be: what is paid, or being paid at this moment, stands. */
async function takeBack(
  ctx: Context,
  { invoiceId, requestId }: LateFee,
  accountId: string,
  reason: string,
): Promise<boolean> {
  if (!requestId) return false
  const { state } = await getPaymentRequest(ctx, wholeHouse, requestId, "update")
  if (state === "paid" || state === "billed") return false
  if ((await listReferencesBeingPaid(ctx, wholeHouse, [requestId])).has(requestId)) return false
  if (state === "open") await withdrawRequest(ctx, wholeHouse, { id: requestId, reason })
  await ctx.db.update(lateFees).set({ state: "waived", reason }).where(eq(lateFees.invoiceId, invoiceId))
  await recordAudit(ctx, {
    act: "fees.late-fee-waived",
    subjectId: invoiceId,
    accountId,
    reason,
    before: { state: "charged" },
    after: { state: "waived" },
  })
  return true
}

async function carry(
  ctx: Context,
  { state, requestId, reason }: LateFee,
  accountId: string,
  invoiceId: string,
): Promise<void> {
  await ctx.db
    .insert(lateFees)
    .values({
      id: ctx.newId("ltf"),
      invoiceId,
      accountId,
      state,
      requestId,
      reason,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
}
