import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { billingRefusals } from "./errors.ts"
import { findKept } from "./find-kept.ts"
import { mailInvoice } from "./mail-invoice.ts"
import { mailReceipt } from "./mail-receipt.ts"
import { getInvoice } from "./queries.ts"

/** The paper once more, to whom it went before; once an occasion, however often that is told. */
export async function mailInvoiceAgain(
  ctx: Context,
  fact: { readonly invoiceId: string; readonly occasion: string },
): Promise<void> {
  const invoice = await getInvoice(ctx, within(ctx.actor), fact.invoiceId)
  const until = (await findKept(ctx, within(ctx.actor), [invoice])).get(invoice.id)
  if (until) billingRefusals.refuse("billing.kept_by_law", { until: until.toString() })
  if (invoice.state === "written_off" || invoice.state === "credited") {
    billingRefusals.refuse("billing.invoice_not_owed", { invoiceId: invoice.id })
  }
  await (invoice.state === "open" ? mailInvoice(ctx, fact) : mailReceipt(ctx, fact))
  await recordAudit(ctx, {
    act: "billing.invoice-mailed-again",
    subjectId: invoice.id,
    accountId: invoice.accountId,
  })
}
