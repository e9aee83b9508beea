import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { billingRefusals } from "./errors.ts"
import { invoices } from "./tables.ts"

/** Holds the invoice's row until the transaction ends: whoever else wants to credit it waits. */
export async function lockInvoice(ctx: Context, reach: Reach, id: string): Promise<void> {
  const [row] = await ctx.db
    .select({ id: invoices.id, accountId: invoices.accountId })
    .from(invoices)
    .where(eq(invoices.id, id))
    .for("update")
  const isWithinReach = row && (reach.kind !== "accounts" || reach.accountIds.includes(row.accountId))
  if (!isWithinReach) billingRefusals.refuse("billing.invoice_missing", { invoiceId: id })
}
