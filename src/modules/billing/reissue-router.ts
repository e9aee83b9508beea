import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import { fromWire, type Money, toWire } from "#kit/money.ts"
import { permit } from "#kit/serve/permit.ts"
import { type Answers, answer } from "#kit/serve/serve.ts"
import { sayTax, type TaxSnapshot } from "#tax"
import { percentOf } from "#tenancy"
import type { DocumentLine } from "./document.ts"
import { type LoadedReissue, loadReissue } from "./load-reissue.ts"
import { sayHindrance } from "./refuse-reissue.ts"
import type { reissueContract, reissuePreviewShape } from "./reissue-contract.ts"
import { reissueInvoice } from "./reissue-invoice.ts"

export function answerReissues(): Answers<typeof reissueContract> {
  return {
    preview: answer(permit("billing.invoices.reissue"), async (ctx, { id }) =>
      describe(ctx, await loadReissue(ctx, within(ctx.actor), id)),
    ),
    issue: answer(permit("billing.invoices.reissue"), (ctx, { id, expected, ...wish }) =>
      reissueInvoice(ctx, { invoiceId: id, expected: fromWire(expected), ...wish }),
    ),
  }
}

function describe(ctx: Context, loaded: LoadedReissue): z.infer<typeof reissuePreviewShape> {
  const { invoice, content, plan, replacedBy } = loaded
  return {
    invoiceId: invoice.id,
    number: invoice.number,
    before: describeTreatment(ctx, invoice, content.tax),
    after: describeTreatment(ctx, plan.document, plan.snapshot),
    difference: toWire(plan.difference),
    money: toWire(plan.money),
    credit: toWire(plan.credit),
    hindrance: sayHindrance(loaded, ctx.language),
    replacedById: replacedBy?.id ?? null,
  }
}

function describeTreatment(
  ctx: Context,
  paper: {
    readonly lines: readonly Pick<DocumentLine, "taxRate">[]
    readonly net: Money
    readonly tax: Money
    readonly total: Money
  },
  snapshot: TaxSnapshot | undefined,
) {
  return {
    why: snapshot ? sayTax(snapshot, ctx.language) : "",
    percents: [...new Set(paper.lines.map(({ taxRate }) => percentOf(taxRate)))],
    net: toWire(paper.net),
    tax: toWire(paper.tax),
    total: toWire(paper.total),
  }
}
