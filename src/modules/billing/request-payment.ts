import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import type { DocumentLineInput } from "./document.ts"
import { billingRefusals } from "./errors.ts"
import { lineRow } from "./line-rows.ts"
import type { PaymentRequest, RequestPurpose } from "./payment-request.ts"
import { planDocument } from "./plan-document.ts"
import { getPaymentRequest } from "./queries.ts"
import { paymentRequestLines, paymentRequests } from "./tables.ts"
import { takeNumber } from "./take-number.ts"

export interface NewPaymentRequest {
  readonly accountId: string
  readonly orderId: string | null
  /** Default: an order. */
  readonly purpose?: RequestPurpose
  /** Default: a week from today. */
  readonly dueOn?: Temporal.PlainDate
  readonly currency: Currency
  readonly lines: readonly DocumentLineInput[]
}

/** Long enough for somebody who has to ask the boss first. */
const DUE_DAYS = 7

/** Asks for money without making a tax document: that comes with the payment. */
export async function requestPayment(ctx: Context, wanted: NewPaymentRequest): Promise<PaymentRequest> {
  const settings = await getSettings(ctx)
  const plan = planDocument({ currency: wanted.currency, settings, lines: wanted.lines })
  if (plan.total.minor <= 0n) billingRefusals.refuse("billing.request_empty")
  const today = ctx.clock.today(settings.timeZone)
  const { legalEntityId } = settings
  const { number } = await takeNumber(ctx, { legalEntityId, kind: "payment_request", today })
  const id = ctx.newId("prq")
  await ctx.db.insert(paymentRequests).values({
    id,
    number,
    state: "open",
    accountId: wanted.accountId,
    orderId: wanted.orderId,
    purpose: wanted.purpose ?? "order",
    currency: wanted.currency,
    netMinor: plan.net.minor,
    taxMinor: plan.tax.minor,
    totalMinor: plan.total.minor,
    createdAt: ctx.clock.now(),
    dueOn: wanted.dueOn ?? today.add({ days: DUE_DAYS }),
  })
  await ctx.db
    .insert(paymentRequestLines)
    .values(plan.lines.map((line, position) => ({ requestId: id, ...lineRow(ctx.newId, line, position) })))
  return getPaymentRequest(ctx, { kind: "all" }, id)
}
