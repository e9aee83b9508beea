import { listOverdueInvoices, type OverdueInvoice } from "#billing"
import type { Context } from "#kit/context.ts"
import type { LateFeeDay } from "./charge-late-fee.ts"

/** Older ones are a person's business by now. */
const FORGET_AFTER = { days: 400 }

/** Invoices that are late for so long that the policy asks for a fee, by their ids; or that one alone. */
export function listLate(
  ctx: Context,
  { today, policy }: LateFeeDay,
  of: { readonly after: string; readonly limit: number; readonly id?: string },
): Promise<OverdueInvoice[]> {
  const dueBy = today.subtract({ days: policy.afterDays })
  return listOverdueInvoices(
    ctx,
    { kind: "all" },
    { dueBy, dueAfter: today.subtract(FORGET_AFTER), today, ...of },
  )
}
