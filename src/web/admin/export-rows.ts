import type { WireMoney } from "#kit/money.ts"
import type { CsvRow } from "../csv.ts"
import { decimalText } from "../i18n/format.ts"

/** 10,000 rows: what a spreadsheet still opens at once. Narrow the filter for more. */
const mostPages = 100
const pageSize = 100

export type Rows = AsyncGenerator<CsvRow>

interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

export async function* pages<Item>(
  load: (page: { limit: number; after?: string }) => Promise<PageOf<Item>>,
  toRow: (item: Item) => CsvRow,
): Rows {
  let after: string | null = null
  for (let count = 0; count < mostPages; count += 1) {
    const page: PageOf<Item> = await load({ limit: pageSize, ...(after === null ? {} : { after }) })
    for (const item of page.items) yield toRow(item)
    after = page.next
    if (after === null) return
  }
}

export function amount(money: WireMoney): string {
  return decimalText(money.minor, money.currency === "KRW" || money.currency === "JPY" ? 0 : 2)
}

export function sum(name: string, money: WireMoney): CsvRow {
  return { [name]: amount(money), currency: money.currency }
}
