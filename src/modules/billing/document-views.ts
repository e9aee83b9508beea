import type { z } from "zod"
import { toWire } from "#kit/money.ts"
import { percentOf } from "#tenancy"
import type { documentLineShape, invoiceDetailShape, invoiceShape, paymentRequestShape } from "./contract.ts"
import type { InvoiceContent } from "./invoice.ts"
import type { PaymentRequest } from "./payment-request.ts"
import type { Invoice, InvoiceDetail, StoredLine } from "./queries.ts"

export function describeRequest(request: PaymentRequest): z.infer<typeof paymentRequestShape> {
  return {
    id: request.id,
    number: request.number,
    state: request.state,
    accountId: request.accountId,
    orderId: request.orderId,
    purpose: request.purpose,
    invoiceId: request.invoiceId,
    ...amounts(request),
    lines: request.lines.map(describeLine),
    createdAt: request.createdAt.toString(),
    dueOn: request.dueOn.toString(),
  }
}

/** Of a forgotten buyer it says what was sold and for how much, and until when the law keeps the rest. */
export function describeInvoice(
  invoice: Invoice,
  keptUntil?: Temporal.PlainDate,
): z.infer<typeof invoiceShape> {
  return {
    id: invoice.id,
    number: invoice.number,
    issuedOn: invoice.issuedOn.toString(),
    state: invoice.state,
    accountId: invoice.accountId,
    accountName: keptUntil ? "" : invoice.accountName,
    keptUntil: keptUntil?.toString() ?? null,
    orderId: invoice.orderId,
    ...amounts(invoice),
    paidAt: invoice.paidAt?.toString() ?? null,
  }
}

const nobody = { name: "", addressLines: [], taxId: null }

export function describeInvoiceDetail(
  invoice: InvoiceDetail,
  keptUntil?: Temporal.PlainDate,
): z.infer<typeof invoiceDetailShape> {
  const { buyer, seller } = JSON.parse(invoice.content) as InvoiceContent
  return {
    ...describeInvoice(invoice, keptUntil),
    lines: invoice.lines.map(describeLine),
    buyer: keptUntil
      ? nobody
      : { name: buyer.name, addressLines: [...buyer.addressLines], taxId: buyer.taxId },
    seller: { name: seller.name, addressLines: [...seller.addressLines], taxId: seller.taxId },
    paymentAttemptId: invoice.paymentAttemptId,
  }
}

function describeLine(line: StoredLine): z.infer<typeof documentLineShape> {
  const { planId, priceId, cycle, rule, quantity, unit } = line.reason
  return {
    id: line.id,
    words: line.words,
    periodStart: line.periodStart?.toString() ?? null,
    periodEnd: line.periodEnd?.toString() ?? null,
    net: toWire(line.net),
    tax: toWire(line.tax),
    gross: toWire(line.gross),
    taxPercent: percentOf(line.taxRate),
    reason: { planId, priceId, cycle, rule, quantity: quantity.toString(), unit: toWire(unit) },
  }
}

function amounts(document: Pick<Invoice, "net" | "tax" | "total">) {
  return { net: toWire(document.net), tax: toWire(document.tax), total: toWire(document.total) }
}
