import type { Account } from "#identity"
import { percentOf, type TenantSettings } from "#tenancy"
import type { DocumentLine } from "./document.ts"
import type { BuyerSnapshot, InvoiceContent, SellerSnapshot } from "./invoice.ts"
import { storeReason } from "./line-rows.ts"
import type { PaymentRequest } from "./payment-request.ts"

export interface ContentFacts {
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
  readonly request: PaymentRequest
  readonly settings: TenantSettings
  readonly account: Account
  readonly payment: {
    readonly paidOn: Temporal.PlainDate
    readonly gateway: string
    readonly attemptId: string
  }
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
    seller: seller(settings),
    buyer: buyer(account),
    taxIncluded: settings.taxIncluded,
    taxLabel: settings.taxLabel,
    lines: request.lines.map((line) => ({
      words: line.words,
      periodStart: line.periodStart?.toString() ?? null,
      periodEnd: line.periodEnd?.toString() ?? null,
      netMinor: line.net.minor.toString(),
      taxMinor: line.tax.minor.toString(),
      grossMinor: line.gross.minor.toString(),
      taxPercent: percentOf(line.taxRate),
      reason: storeReason(line),
    })),
    taxes: taxTable(request.lines),
    netMinor: request.net.minor.toString(),
    taxMinor: request.tax.minor.toString(),
    totalMinor: request.total.minor.toString(),
    requestNumber: request.number,
    ...brandOf(settings),
    payment: { ...payment, paidOn: payment.paidOn.toString() },
  }
}

function brandOf({ brand }: TenantSettings): Pick<InvoiceContent, "brand"> {
  const { theme = null, logo = null } = brand ?? {}
  return theme || logo ? { brand: { accent: theme?.light.accent ?? null, logo } } : {}
}

/** A credit note takes back the whole of one invoice: its own number and day, and the original's facts and amounts. */
export function planCreditContent(
  original: InvoiceContent,
  facts: { readonly number: string; readonly issuedOn: Temporal.PlainDate; readonly reason: string },
): InvoiceContent {
  return {
    ...original,
    kind: "credit_note",
    number: facts.number,
    issuedOn: facts.issuedOn.toString(),
    corrects: { number: original.number, issuedOn: original.issuedOn, reason: facts.reason },
    requestNumber: null,
    payment: null,
  }
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

function seller({ seller: found }: TenantSettings): SellerSnapshot {
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
