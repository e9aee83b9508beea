import { sql } from "drizzle-orm"
import { bigint, check, customType, type PgColumn, text } from "drizzle-orm/pg-core"
import { type Currency, currencyCodes, type Money, money } from "./money.ts"

/** A moment. timestamptz in the database, Temporal.Instant in code. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => "timestamptz(3)",
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.from(value),
})

/** A calendar day without a time zone: the tenant's own calendar gives it meaning. */
export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => "date",
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value),
})

/** Minor units. The currency stands in its own column beside it. */
export function minor(name: string) {
  return bigint(name, { mode: "bigint" })
}

export function currency(name = "currency") {
  return text(name).$type<Currency>()
}

export function readMoney(row: { minor: bigint; currency: Currency }): Money {
  return money(row.minor, row.currency)
}

/** States are text with CHECK, never pg enums: enum operators aren't leakproof, so RLS would lose the index. */
export function oneOf(name: string, column: PgColumn, values: readonly string[]) {
  return check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`)
}

export function knownCurrency(name: string, column: PgColumn) {
  return oneOf(name, column, currencyCodes)
}
