import type { z } from "zod"
import { accountTax, planDocument } from "#billing"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import type { draftShape } from "./contract.ts"
import { type Draft, documentLine } from "./draft.ts"

/** With the sums that it would have if it were sent now. */
export async function describeDraft(ctx: Context, draft: Draft): Promise<z.infer<typeof draftShape>> {
  const { currency } = draft
  const settings = await accountTax(ctx, draft.accountId)
  const plan = planDocument({ currency, settings, lines: draft.lines.map(documentLine) })
  return {
    id: draft.id,
    state: draft.state,
    accountId: draft.accountId,
    currency,
    lines: draft.lines.map(({ words, quantity, unit }) => ({ words, quantity, unit: toWire(unit) })),
    net: toWire(plan.net),
    tax: toWire(plan.tax),
    total: toWire(plan.total),
    dueOn: draft.dueOn?.toString() ?? null,
    note: draft.note,
    purchaseOrder: draft.purchaseOrder,
    requestId: draft.requestId,
    createdAt: draft.createdAt.toString(),
  }
}
