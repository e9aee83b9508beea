import type { ApiClient } from "../../api-context.ts"
import { amount, type Rows } from "../export-rows.ts"
import { readSalesWish } from "./sales-wish.ts"

/** A line per currency and period, oldest first. */
export async function* exportSales(api: ApiClient, search: URLSearchParams): Rows {
  const { currencies } = await api.analytics.sales.get(readSalesWish(search))
  for (const { currency, periods } of currencies) {
    for (const { period, invoices, creditNotes, invoiced, credited, net, tax, gross } of periods) {
      const sums = { invoiced: amount(invoiced), credited: amount(credited), net: amount(net) }
      yield { period, currency, ...sums, tax: amount(tax), gross: amount(gross), invoices, creditNotes }
    }
  }
}
