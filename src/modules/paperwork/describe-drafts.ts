import type { z } from "zod"
import { planDocument } from "#billing"
import type { Context } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { openTax, type TaxTerms } from "#tax"
import { getSettings } from "#tenancy"
import type { draftShape } from "./contract.ts"
import { type Draft, documentLine } from "./draft.ts"

type DraftWords = z.infer<typeof draftShape>

/** With the sums that it would have if it were sent now. What decides their taxes is fetched at once. */
export async function describeDrafts(ctx: Context, drafts: readonly Draft[]): Promise<DraftWords[]> {
  const accountIds = drafts.map(({ accountId }) => accountId)
  const tax = await openTax(ctx, await getSettings(ctx), accountIds)
  return drafts.map((draft) => describeTaxed(draft, tax.ofAccount(draft.accountId)))
}

function describeTaxed(draft: Draft, settings: TaxTerms): DraftWords {
  const { currency } = draft
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
