import type { ApiClient } from "../../api-context.ts"
import { amount, pages, type Rows } from "../export-rows.ts"
import { readTaxPeriod, readTaxRow } from "./report-filter.ts"

export async function* exportTaxReport(api: ApiClient, search: URLSearchParams): Rows {
  const { from, until, legalEntity, currencies } = await api.billing.taxReport.get(readTaxPeriod(search))
  for (const { currency, rows, total } of currencies) {
    const whole = { kind: "total", country: null, region: null, percent: null, ...total }
    for (const row of [...rows, whole]) {
      const { kind, country, region, percent, net, tax, gross, invoices, creditNotes } = row
      const sums = { net: amount(net), tax: amount(tax), gross: amount(gross) }
      yield {
        from,
        until,
        legalEntity,
        currency,
        kind,
        country,
        region,
        percent,
        ...sums,
        invoices,
        creditNotes,
      }
    }
  }
}

/** A line per document and rate. */
export async function* exportTaxDocuments(api: ApiClient, search: URLSearchParams): Rows {
  const wish = readTaxRow(search)
  let parts: Part[] = []
  const documents = pages(
    (page) => api.billing.taxReport.documents({ ...wish, ...page }),
    ({ parts: found, ...document }) => {
      parts = found
      const { id, paper, number, issuedOn, accountId, accountName, kind, country, region, vatNumber } =
        document
      return { id, paper, number, issuedOn, accountId, accountName, kind, country, region, vatNumber }
    },
  )
  for await (const document of documents) {
    for (const { percent, net, tax, gross } of parts) {
      const sums = { net: amount(net), tax: amount(tax), gross: amount(gross) }
      yield { ...document, percent, ...sums, currency: net.currency }
    }
  }
}

type Part = Awaited<
  ReturnType<ApiClient["billing"]["taxReport"]["documents"]>
>["items"][number]["parts"][number]

export function exportVatSales(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) => api.billing.taxReport.salesList({ ...readTaxPeriod(search), ...page }),
    ({ country, vatNumber, net, invoices, creditNotes }) => ({
      country,
      vatNumber,
      kind: "services",
      net: amount(net),
      currency: net.currency,
      invoices,
      creditNotes,
    }),
  )
}
