import type { z } from "zod"
import { toWire } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { percentOf } from "#tenancy"
import type {
  documentLineShape,
  explanationShape,
  invoiceDetailShape,
  invoiceShape,
  paymentRequestShape,
} from "./contract.ts"
import type { CreditNote } from "./credit-note-rows.ts"
import { describeCreditNote } from "./credit-note-views.ts"
import type { Replacement } from "./find-replacement.ts"
import { type InvoiceContent, standingOf } from "./invoice.ts"
import type { LineTime } from "./list-first-periods.ts"
import { planExplanations } from "./plan-explanations.ts"
import type { Invoice, InvoiceDetail, StoredLine } from "./queries.ts"
import type { PayableRequest } from "./read-payable.ts"

export function describeRequest({ request, late }: PayableRequest): z.infer<typeof paymentRequestShape> {
  return {
    id: request.id,
    number: request.number,
    state: request.state,
    accountId: request.accountId,
    orderId: request.orderId,
    purpose: request.purpose,
    invoiceId: request.invoiceId,
    ...amounts(request),
    fromCredit: toWire(request.fromCredit),
    left: toWire(request.left),
    lines: request.lines.map(describeLine),
    late,
    createdAt: request.createdAt.toString(),
    dueOn: request.dueOn.toString(),
    note: request.note ?? null,
    purchaseOrder: request.purchaseOrder ?? null,
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
    standing: standingOf(invoice),
    accountId: invoice.accountId,
    accountName: keptUntil ? "" : invoice.accountName,
    keptUntil: keptUntil?.toString() ?? null,
    orderId: invoice.orderId,
    ...amounts(invoice),
    fromCredit: toWire(invoice.fromCredit),
    paidAt: invoice.paidAt?.toString() ?? null,
    credited: toWire(invoice.credited),
    dueOn: invoice.dueOn?.toString() ?? null,
    left: toWire(invoice.left),
    requestId: invoice.requestId,
  }
}

const nobody = { name: "", addressLines: [], taxId: null }

export function describeInvoiceDetail(
  invoice: InvoiceDetail,
  beside: {
    readonly notes: readonly CreditNote[]
    readonly keptUntil: Temporal.PlainDate | undefined
    readonly language: Language
    /** What lines of a first invoice turned out to pay for. */
    readonly times: ReadonlyMap<string, LineTime>
  } & Replacement,
): z.infer<typeof invoiceDetailShape> {
  const { keptUntil } = beside
  const { buyer, seller, note, purchaseOrder } = JSON.parse(invoice.content) as InvoiceContent
  const explained = explainLines(invoice, beside.language)
  return {
    ...describeInvoice(invoice, keptUntil),
    lines: invoice.lines.map((line, index) => ({
      ...describeLine(line),
      ...describeTime(beside.times.get(line.id)),
      steps: [...(explained[index]?.steps ?? [])],
    })),
    buyer: keptUntil
      ? nobody
      : { name: buyer.name, addressLines: [...buyer.addressLines], taxId: buyer.taxId },
    seller: { name: seller.name, addressLines: [...seller.addressLines], taxId: seller.taxId },
    paymentAttemptId: invoice.paymentAttemptId,
    note: (keptUntil ? null : note) ?? null,
    purchaseOrder: purchaseOrder ?? null,
    creditNotes: beside.notes.map(describeCreditNote),
    replaces: beside.replaces,
    replacedBy: beside.replacedBy,
  }
}

export function describeExplanation(
  invoice: InvoiceDetail,
  lineId: string,
  language: Language,
): z.infer<typeof explanationShape> | undefined {
  const index = invoice.lines.findIndex(({ id }) => id === lineId)
  const [line, explained] = [invoice.lines[index], explainLines(invoice, language)[index]]
  if (!line || !explained) return undefined
  const { net, tax, gross } = explained.recomputed
  return {
    lineId,
    words: line.words,
    steps: [...explained.steps],
    reason: describeLine(line).reason,
    recomputed: { net: toWire(net), tax: toWire(tax), gross: toWire(gross) },
    isSame: explained.isSame,
  }
}

function explainLines(invoice: InvoiceDetail, language: Language) {
  const { taxIncluded, taxLabel, tax } = JSON.parse(invoice.content) as InvoiceContent
  return planExplanations({ taxIncluded, taxLabel, tax, lines: invoice.lines, language })
}

function describeTime(time: LineTime | undefined) {
  return time ? { periodStart: time.start.toString(), periodEnd: time.end.toString() } : {}
}

function describeLine(line: StoredLine): z.infer<typeof documentLineShape> {
  const { planId, priceId, cycle, rule, quantity, unit, facts } = line.reason
  return {
    id: line.id,
    words: line.words,
    periodStart: line.periodStart?.toString() ?? null,
    periodEnd: line.periodEnd?.toString() ?? null,
    net: toWire(line.net),
    tax: toWire(line.tax),
    gross: toWire(line.gross),
    taxPercent: percentOf(line.taxRate),
    reason: {
      planId,
      priceId,
      cycle,
      rule,
      quantity: quantity.toString(),
      unit: toWire(unit),
      ...(facts ? { facts: { ...facts } } : {}),
    },
  }
}

function amounts(document: Pick<Invoice, "net" | "tax" | "total">) {
  return { net: toWire(document.net), tax: toWire(document.tax), total: toWire(document.total) }
}
