import { z } from "zod"
import { contract, dateText, idText, moneyShape, pageInput, pageOf } from "#kit/contract.ts"
import { currencyCodes } from "#kit/money.ts"

/** Why a document's tax is what it is, as the places to which it is reported ask for it. */
export const taxKinds = [
  /** Of the place where the seller is registered, at its own country's rate, or at the shop's one rate. */
  "domestic",
  /** By the One-Stop-Shop, for the consumer's country. */
  "oss",
  "reverse_charge",
  "exempt",
  /** A business elsewhere, with a tax number: its country taxes it, not the seller's. */
  "outside_scope",
  /** A private person in a place where the seller is registered nowhere. */
  "not_registered",
] as const

/** The current month, unless a month, a quarter, a year or days are asked for. */
const periodInput = z.object({
  /** "2026-11", "2026-Q4", "2026", in the shop's calendar; goes before days. */
  period: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/)
    .optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Absent: the one that sells now. */
  legalEntity: z.string().max(64).optional(),
})

const amounts = { net: moneyShape, tax: moneyShape, gross: moneyShape }
const counts = { invoices: z.number().int(), creditNotes: z.number().int() }
const placed = { kind: z.enum(taxKinds), country: z.string(), region: z.string() }
const rateText = z.string().regex(/^\d{1,18}\/[1-9]\d{0,17}$/)

/** Invoices less credit notes. */
export const taxRowShape = z.object({
  ...placed,
  /** "19/100", in lowest terms, and in percent. */
  rate: z.string(),
  percent: z.string(),
  ...amounts,
  ...counts,
})

export const taxReportShape = z.object({
  from: dateText,
  until: dateText,
  /** The one that was asked for, and those one may ask for next. */
  period: z.string().nullable(),
  periods: z.object({
    month: z.string(),
    lastMonth: z.string(),
    quarter: z.string(),
    lastQuarter: z.string(),
    year: z.string(),
  }),
  legalEntity: z.string(),
  legalEntities: z.array(z.string()),
  currencies: z.array(
    z.object({
      currency: z.enum(currencyCodes),
      rows: z.array(taxRowShape),
      total: z.object({ ...amounts, ...counts }),
      /** What all documents of the shop say, what the books say, and how far they are apart. */
      books: z.object({ documents: moneyShape, ledger: moneyShape, difference: moneyShape }),
    }),
  ),
  /** More rows than are read at once: ask for fewer days. */
  isWhole: z.boolean(),
})
export type TaxReport = z.infer<typeof taxReportShape>

export const taxDocumentShape = z.object({
  id: z.string(),
  paper: z.enum(["invoice", "credit_note"]),
  /** The invoice itself, or the one that is corrected. */
  invoiceId: z.string(),
  number: z.string(),
  issuedOn: dateText,
  accountId: z.string(),
  /** Empty where the buyer was forgotten. */
  accountName: z.string(),
  ...placed,
  /** Of the buyer, where the paper rests on it. */
  vatNumber: z.string().nullable(),
  /** By rate; of a credit note below zero. */
  parts: z.array(z.object({ rate: z.string(), percent: z.string(), ...amounts })),
})

export const vatSaleShape = z.object({
  country: z.string(),
  vatNumber: z.string(),
  net: moneyShape,
  ...counts,
})

export const euSalesStandings = ["by_oss", "below", "near", "passed", "passed_before"] as const
export type EuSalesStanding = (typeof euSalesStandings)[number]

/** What a seller in the EU sold to consumers in other member states, against the limits of a calendar year. */
export const euSalesShape = z.object({
  year: z.number().int(),
  /** Added up once a day: papers of later are not in it. */
  seenOn: dateText,
  sold: moneyShape,
  soldBefore: moneyShape,
  /** In other currencies, which the sum leaves out. */
  others: z.array(moneyShape),
  limit: moneyShape,
  /** Up to it one proof of a consumer's place is enough. */
  proofLimit: moneyShape,
  /** Of the limit. */
  percent: z.number().int(),
  standing: z.enum(euSalesStandings),
  ground: z.object({ en: z.string(), ko: z.string() }),
})
export type EuSales = z.infer<typeof euSalesShape>

const tags = ["billing"]

export const taxReportContract = {
  get: contract
    .route({
      method: "GET",
      path: "/tax/report",
      tags,
      summary:
        "What issued documents say of tax, by place, kind, rate and currency, beside what the books say",
    })
    .input(periodInput)
    .output(taxReportShape),
  documents: contract
    .route({
      method: "GET",
      path: "/tax/report/documents",
      tags,
      summary: "The documents behind the tax report, or behind one row of it",
    })
    .input(
      periodInput.extend({
        ...pageInput.shape,
        kind: z.enum(taxKinds).optional(),
        country: z.string().max(2).optional(),
        region: z.string().max(3).optional(),
        rate: rateText.optional(),
        currency: z.enum(currencyCodes).optional(),
        accountId: idText.optional(),
      }),
    )
    .output(pageOf(taxDocumentShape)),
  euSales: contract
    .route({
      method: "GET",
      path: "/tax/eu-sales",
      tags,
      summary:
        "The year's sales to consumers in other EU countries against the limits of the EU; null: none hold here",
    })
    .output(z.object({ sales: euSalesShape.nullable() })),
  salesList: contract
    .route({
      method: "GET",
      path: "/tax/report/sales-list",
      tags,
      summary: "Services to businesses in other EU countries by their VAT numbers (EC sales list)",
    })
    .input(periodInput.extend(pageInput.shape))
    .output(pageOf(vatSaleShape).extend({ from: dateText, until: dateText })),
}
