import type { WireMoney } from "#kit/money.ts"
import type { CsvRow } from "../csv.ts"
import { decimalText } from "../i18n/format.ts"

/** What a spreadsheet has lines for, one of them for the names of the columns and one to say that there is more. */
const mostRows = 1_048_574
const pageSize = 100

/** Stands in the file's last line, which nobody overlooks who adds up the others. */
const leftOut = "MORE ROWS LEFT OUT: narrow the filter / 행이 더 있습니다. 조건을 좁혀 주세요."

export type Rows = AsyncGenerator<CsvRow>

interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** All that the filter finds, page after page: in memory there is never more than one. */
export async function* pages<Item>(
  load: (page: { limit: number; after?: string }) => Promise<PageOf<Item>>,
  toRow: (item: Item) => CsvRow,
  most = mostRows,
): Rows {
  let after: string | null = null
  for (let count = 0; count < most; count += pageSize) {
    const page: PageOf<Item> = await load({ limit: pageSize, ...(after === null ? {} : { after }) })
    for (const item of page.items) yield toRow(item)
    after = page.next
    if (after === null) return
  }
  yield { leftOut }
}

export function amount(money: WireMoney): string {
  return decimalText(money.minor, money.currency === "KRW" || money.currency === "JPY" ? 0 : 2)
}

export function sum(name: string, money: WireMoney): CsvRow {
  return { [name]: amount(money), currency: money.currency }
}
