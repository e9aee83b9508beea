import type { NewId } from "#kit/id.ts"
import type { Currency } from "#kit/money.ts"
import type { TaxTerms } from "#tax"
import type { DocumentLineInput } from "./document.ts"
import { billingRefusals } from "./errors.ts"
import { lineRow } from "./line-rows.ts"
import type { RequestPurpose } from "./payment-request.ts"
import { planDocument } from "./plan-document.ts"
import type { RequestLineRow, RequestRow } from "./request-rows.ts"

export interface NewPaymentRequest {
  readonly accountId: string
  readonly orderId: string | null
  /** Default: an order. */
  readonly purpose?: RequestPurpose
  /** Default: a week from today. */
  readonly dueOn?: Temporal.PlainDate
  readonly currency: Currency
  readonly lines: readonly DocumentLineInput[]
  /** What staff say to the customer on it, and the number the customer orders by. */
  readonly note?: string | null
  readonly purchaseOrder?: string | null
}

/** All of it but the number, which is taken when it is written. */
export interface PlannedRequest {
  readonly row: Omit<RequestRow, "number">
  readonly lines: readonly RequestLineRow[]
}

/** Long enough for somebody who has to ask the boss first. */
const DUE_DAYS = 7

/** What is asked for, with its tax. Asking for nothing is refused. */
export function planPaymentRequest(
  wanted: NewPaymentRequest,
  at: {
    readonly tax: TaxTerms
    readonly today: Temporal.PlainDate
    readonly now: Temporal.Instant
    readonly newId: NewId
  },
): PlannedRequest {
  const { accountId, orderId, currency } = wanted
  const plan = planDocument({ currency, settings: at.tax, lines: wanted.lines })
  if (plan.total.minor <= 0n) billingRefusals.refuse("billing.request_empty")
  const id = at.newId("prq")
  return {
    row: {
      id,
      state: "open",
      accountId,
      orderId,
      purpose: wanted.purpose ?? "order",
      invoiceId: null,
      paidByAttemptId: null,
      currency,
      netMinor: plan.net.minor,
      taxMinor: plan.tax.minor,
      totalMinor: plan.total.minor,
      chargedOn: null,
      fromCreditMinor: 0n,
      creditedMinor: 0n,
      createdAt: at.now,
      dueOn: wanted.dueOn ?? at.today.add({ days: DUE_DAYS }),
      note: wanted.note ?? null,
      purchaseOrder: wanted.purchaseOrder ?? null,
      tax: at.tax.snapshot,
    },
    lines: plan.lines.map((line, position) => ({ requestId: id, ...lineRow(at.newId, line, position) })),
  }
}
