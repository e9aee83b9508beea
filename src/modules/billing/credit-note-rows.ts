import { inArray } from "drizzle-orm"
import type { Reach } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import type { CreditCause } from "./invoice.ts"
import { creditNotes } from "./tables.ts"

export interface CreditNote {
  readonly id: string
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
  readonly invoiceId: string
  readonly accountId: string
  readonly cause: CreditCause
  readonly net: Money
  readonly tax: Money
  readonly total: Money
}

export function readCreditNote(row: typeof creditNotes.$inferSelect): CreditNote {
  return {
    id: row.id,
    number: row.number,
    issuedOn: row.issuedOn,
    invoiceId: row.invoiceId,
    accountId: row.accountId,
    cause: row.cause,
    net: money(row.netMinor, row.currency),
    tax: money(row.taxMinor, row.currency),
    total: money(row.totalMinor, row.currency),
  }
}

export function isCreditWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(creditNotes.accountId, [...reach.accountIds]) : undefined
}
