import type { Account } from "#identity"
import type { Money } from "#kit/money.ts"
import type { Language } from "#kit/refusal.ts"
import { percentOf, sellerIn, type TenantSettings } from "#tenancy"
import type { DocumentLine } from "./document.ts"
import type { BuyerSnapshot, CreditCause, InvoiceContent, SellerSnapshot } from "./invoice.ts"
import { storeReason } from "./line-rows.ts"
import type { PaymentRequest } from "./payment-request.ts"
import type { CreditedLine, CreditPlan } from "./plan-credit.ts"
import type { StoredLine } from "./queries.ts"

export interface ContentFacts {
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
  readonly request: Pick<
    PaymentRequest,
    "net" | "tax" | "total" | "note" | "purchaseOrder" | "taxDecision"
  > & {
    readonly number: string | null
    readonly lines: readonly DocumentLine[]
  }
  readonly settings: TenantSettings
  readonly account: Account
  readonly payment: {
    readonly paidOn: Temporal.PlainDate
    readonly gateway: string | null
    readonly attemptId: string | null
    readonly fromCredit: Money
  } | null
  /** By when it is to be paid, where it is issued before the money comes. */
  readonly dueOn?: Temporal.PlainDate
  /** The number of the invoice that it stands in place of. */
  readonly replaces?: string
}

/** The paper's whole text, put together once. Pure: the same facts give the same bytes. */
export function planContent(facts: ContentFacts): InvoiceContent {
  const { request, settings, account, payment } = facts
  return {
    kind: "invoice",
    corrects: null,
    number: facts.number,
    issuedOn: facts.issuedOn.toString(),
    currency: request.total.currency,
    language: account.language,
    seller: seller(settings, account.language),
    buyer: buyer(account),
    taxIncluded: settings.taxIncluded,
    taxLabel: request.taxDecision?.label ?? settings.taxLabel,
    ...(request.taxDecision ? { tax: request.taxDecision } : {}),
    lines: request.lines.map(contentLine),
    taxes: taxTable(request.lines),
    netMinor: request.net.minor.toString(),
    taxMinor: request.tax.minor.toString(),
    totalMinor: request.total.minor.toString(),
    requestNumber: request.number,
    ...(request.note ? { note: request.note } : {}),
    ...(request.purchaseOrder ? { purchaseOrder: request.purchaseOrder } : {}),
    ...brandOf(settings),
    ...(facts.replaces ? { replaces: facts.replaces } : {}),
    ...(facts.dueOn ? { dueOn: facts.dueOn.toString() } : {}),
    payment: payment && paymentOf(payment),
  }
}

function contentLine(line: DocumentLine): InvoiceContent["lines"][number] {
  return {
    words: line.words,
    periodStart: line.periodStart?.toString() ?? null,
    periodEnd: line.periodEnd?.toString() ?? null,
    netMinor: line.net.minor.toString(),
    taxMinor: line.tax.minor.toString(),
    grossMinor: line.gross.minor.toString(),
    taxPercent: percentOf(line.taxRate),
    reason: storeReason(line),
  }
}

function paymentOf({ paidOn, gateway, attemptId, fromCredit }: NonNullable<ContentFacts["payment"]>) {
  const used = fromCredit.minor > 0n ? { fromCreditMinor: fromCredit.minor.toString() } : {}
  return { paidOn: paidOn.toString(), gateway, attemptId, ...used }
}

function brandOf({ brand }: TenantSettings): Pick<InvoiceContent, "brand"> {
  const { theme = null, logo = null } = brand ?? {}
  return theme || logo ? { brand: { accent: theme?.light.accent ?? null, logo } } : {}
}

export interface CreditFacts {
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
  readonly cause: CreditCause
  readonly plan: CreditPlan
  /** The original's. */
  readonly lines: readonly StoredLine[]
}

/** A credit note names one invoice: its own number and day, the original's facts and rates, and what is taken back. */
export function planCreditContent(original: InvoiceContent, facts: CreditFacts): InvoiceContent {
  const { plan } = facts
  const lines = plan.lines.map((credited) => {
    const line = facts.lines.find(({ id }) => id === credited.lineId)
    if (!line) throw new Error(`${credited.lineId} is no line of ${original.number}.`)
    return creditedLine(line, credited, original.taxIncluded)
  })
  const { note: _note, dueOn: _dueOn, replaces: _replaces, ...kept } = original
  return {
    ...kept,
    kind: "credit_note",
    number: facts.number,
    issuedOn: facts.issuedOn.toString(),
    corrects: {
      number: original.number,
      issuedOn: original.issuedOn,
      cause: facts.cause,
      isWhole: plan.total.minor.toString() === original.totalMinor,
    },
    lines: lines.map(contentLine),
    taxes: taxTable(lines),
    netMinor: plan.net.minor.toString(),
    taxMinor: plan.tax.minor.toString(),
    totalMinor: plan.total.minor.toString(),
    requestNumber: null,
    payment: null,
  }
}

/** What was taken back whole says how it had been computed; a part is one amount. */
function creditedLine(line: DocumentLine, credited: CreditedLine, taxIncluded: boolean): DocumentLine {
  const { net, tax, gross } = credited
  if (gross.minor === line.gross.minor) return line
  const unit = taxIncluded ? gross : net
  // Its amount holds what is charged, whatever the whole line's price held.
  const { insideRate: _whole, ...facts } = line.reason.facts ?? {}
  const kept = line.reason.facts ? { facts } : {}
  const reason = { ...line.reason, ...kept, quantity: 1n, unit, rule: "part of a line taken back" }
  return { ...line, net, tax, gross, reason }
}

/** Per rate, as the law wants it shown. Adding up the lines gives the group's own figure: they were spread from it. */
function taxTable(lines: readonly DocumentLine[]): InvoiceContent["taxes"] {
  const groups = Map.groupBy(lines, (line) => percentOf(line.taxRate))
  return [...groups].map(([percent, group]) => ({
    percent,
    netMinor: group.reduce((sum, line) => sum + line.net.minor, 0n).toString(),
    taxMinor: group.reduce((sum, line) => sum + line.tax.minor, 0n).toString(),
  }))
}

function seller(settings: TenantSettings, language: Language): SellerSnapshot {
  const found = sellerIn(settings.seller, language)
  return {
    name: found.legalName,
    representative: found.representative,
    addressLines: found.addressLines,
    country: found.country,
    registrationNumber: found.registrationNumber,
    taxId: found.taxId,
    email: found.email,
    phone: found.phone,
  }
}

function buyer(account: Account): BuyerSnapshot {
  return {
    name: account.company ?? account.name,
    personName: account.personName,
    addressLines: account.addressLines,
    country: account.country,
    taxId: account.taxId,
    email: account.email,
  }
}
