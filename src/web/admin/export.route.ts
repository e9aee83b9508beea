import { data, type LoaderFunctionArgs } from "react-router"
import { currencyCodes } from "#kit/money.ts"
import type { ApiClient } from "../api-context.ts"
import { type CsvRow, csvHead, csvLine } from "../csv.ts"
import { textFilter } from "../page-input.ts"
import { servePage } from "../serve-page.ts"
import { readSpan, withSpan } from "../span.ts"
import { readState } from "../ui/state-badge.tsx"
import { exportSales } from "./analytics/export-sales.ts"
import { exportCreditNotes } from "./billing/credit-note-filter.ts"
import { exportDunning } from "./billing/dunning-filter.ts"
import { readInvoiceFilter } from "./billing/invoice-filter.ts"
import { readSubscriptionFilter } from "./billing/subscription-filter.ts"
import { subscriptionRow } from "./billing/subscription-row.ts"
import { exportCoupons, exportRedemptions } from "./coupons/export-coupons.ts"
import { readFilter } from "./customers/customer-filter.ts"
import { exportBulkRun } from "./desk/export-bulk-run.ts"
import { amount, pages, type Rows, sum } from "./export-rows.ts"
import { readMailFilter } from "./notifications/mail-filter.ts"
import { exportQuotes } from "./paperwork/export-quotes.ts"
import { readRequestFilter, requestRow } from "./paperwork/request-filter.ts"
import { readServiceFilter } from "./provisioning/service-filter.ts"
import { exportReferrals } from "./referrals/export-referrals.ts"
import { exportItems, exportSimulation } from "./repricing/export-changes.ts"
import { exportTaxDocuments, exportTaxReport, exportVatSales } from "./tax/export-tax.ts"

/** /admin/export/orders?state=paid: the filtered list as CSV, page by page through the same API. */
export function loader(args: LoaderFunctionArgs) {
  const list = args.params["list"] ?? ""
  const exportList = Object.hasOwn(exports, list) ? exports[list as keyof typeof exports] : undefined
  if (!exportList) throw data(null, { status: 404 })
  return servePage(args, async (services) => {
    const { api, now } = services
    const rows = exportList(api, withSpan(new URL(args.request.url).searchParams, services))
    // The first page is read before the answer begins, so that a refusal is still an error page.
    const first = await rows.next()
    return new Response(streamOf(csvText(first, rows)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${list}-${now.slice(0, 10)}.csv"`,
        "cache-control": "no-store",
      },
    })
  })
}

/** Pulled piece by piece, as fast as it is read: a reader who goes away stops the paging. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next()
      if (piece.done) controller.close()
      else controller.enqueue(encoder.encode(piece.value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

/** A million lines one by one would cost more to send than to make. */
const pieceLength = 16_384

async function* csvText(first: IteratorResult<CsvRow>, rows: Rows): AsyncGenerator<string> {
  if (first.done) return
  let piece = csvHead(Object.keys(first.value)) + csvLine(Object.values(first.value))
  for await (const row of rows) {
    piece += csvLine(Object.values(row))
    if (piece.length < pieceLength) continue
    yield piece
    piece = ""
  }
  yield piece
}

const exports = {
  referrals: exportReferrals,
  customers: async function* (api: ApiClient, search: URLSearchParams): Rows {
    const [tags, fields] = await Promise.all([api.customers.tags.list(), api.customers.fields.list()])
    const rows = pages(
      (page) => api.customers.list({ ...page, ...readFilter(search) }),
      (row): CsvRow => ({
        id: row.id,
        name: row.name,
        kind: row.kind,
        email: row.email,
        phone: row.phone,
        country: row.country,
        language: row.language,
        state: row.state,
        trouble: row.hasTrouble ? "yes" : "no",
        services: row.serviceCount,
        createdAt: row.createdAt,
        tags: tags.items
          .filter((tag) => row.tagIds.includes(tag.id))
          .map((tag) => tag.name)
          .join("; "),
        // What the shop's own people named and typed: csvCell makes each a text and no formula, heads too.
        ...Object.fromEntries(fields.items.map((field) => [field.name, row.fields[field.id] ?? null])),
      }),
    )
    yield* rows
  },
  coupons: exportCoupons,
  redemptions: exportRedemptions,
  "price-change-simulation": exportSimulation,
  "price-change-items": exportItems,
  orders: (api: ApiClient, search: URLSearchParams) =>
    pages(
      (page) =>
        api.orders.list({
          ...page,
          ...readSpan(search),
          state: readState("order", search.get("state")),
          accountId: textFilter(search, "account"),
          number: textFilter(search, "number"),
        }),
      ({ id, number, accountId, accountName, state, total, createdAt, paidAt }) => ({
        id,
        number,
        accountId,
        accountName,
        state,
        ...sum("total", total),
        createdAt,
        paidAt,
      }),
    ),
  invoices: (api: ApiClient, search: URLSearchParams) =>
    pages(
      (page) => api.billing.invoices.list({ ...page, ...readInvoiceFilter(search) }),
      ({ id, number, issuedOn, accountId, accountName, standing, net, tax, total, ...invoice }) => ({
        id,
        number,
        issuedOn,
        accountId,
        accountName,
        state: standing,
        net: amount(net),
        tax: amount(tax),
        ...sum("total", total),
        paidAt: invoice.paidAt,
        dueOn: invoice.dueOn,
        left: amount(invoice.left),
        credited: amount(invoice.credited),
      }),
    ),
  "bulk-run": exportBulkRun,
  "credit-notes": exportCreditNotes,
  dunning: exportDunning,
  quotes: exportQuotes,
  sales: exportSales,
  "tax-report": exportTaxReport,
  "tax-documents": exportTaxDocuments,
  "tax-sales-list": exportVatSales,
  requests: (api: ApiClient, search: URLSearchParams) =>
    pages((page) => api.billing.paymentRequests.list({ ...page, ...readRequestFilter(search) }), requestRow),
  "trial-balance": async function* (api: ApiClient, search: URLSearchParams): Rows {
    const { from, on, currencies } = await api.ledger.trialBalance.get({
      from: textFilter(search, "from"),
      on: textFilter(search, "on"),
    })
    for (const { currency, rows, total } of currencies) {
      for (const row of [...rows, { account: "total", kind: null, ...total }]) {
        const { account, kind, opening, debit, credit, closing } = row
        const sums = { opening: amount(opening), debit: amount(debit), credit: amount(credit) }
        yield { from, on, currency, account, kind, ...sums, closing: amount(closing) }
      }
    }
  },
  "ledger-entries": (api: ApiClient, search: URLSearchParams) =>
    pages(
      (page) =>
        api.ledger.transfers.list({
          ...page,
          account: textFilter(search, "account") ?? "receivable",
          currency: currencyCodes.find((one) => one === search.get("currency")),
          from: textFilter(search, "from"),
          on: textFilter(search, "on"),
        }),
      ({ id, postedOn, postedAt, words, key, reference, amount: booked }) => ({
        id,
        postedOn,
        postedAt,
        words,
        key,
        reference,
        ...sum("amount", booked),
      }),
    ),
  subscriptions: (api: ApiClient, search: URLSearchParams) =>
    pages(
      (page) => api.billing.subscriptions.list({ ...page, ...readSubscriptionFilter(search) }),
      subscriptionRow,
    ),
  services: (api: ApiClient, search: URLSearchParams) =>
    pages(
      (page) => api.provisioning.services.list({ ...page, ...readServiceFilter(search) }),
      ({ id, hostname, accountId, accountName, planName, state, addresses, serverName, activatedAt }) => ({
        id,
        hostname,
        accountId,
        accountName,
        plan: planName.en,
        state,
        addresses: addresses.join(" "),
        server: serverName,
        activatedAt,
      }),
    ),
  operations: (api: ApiClient, search: URLSearchParams) => {
    const state = readState("operation", search.get("state"))
    return pages(
      (page) =>
        api.operations.list({
          ...page,
          ...readSpan(search),
          state: state ? [state] : undefined,
          name: textFilter(search, "name"),
          subject: textFilter(search, "subject"),
        }),
      ({ id, name, title, state, subjects, currentStep, why, attempts, startedAt, updatedAt }) => ({
        id,
        name,
        title,
        state,
        subjects: subjects.join(" "),
        currentStep,
        why,
        attempts,
        startedAt,
        updatedAt,
      }),
    )
  },
  mails: (api: ApiClient, search: URLSearchParams) =>
    pages(
      (page) => api.notifications.messages.list({ ...page, ...readMailFilter(search) }),
      ({ id, template, state, subject, to, toName, language, attempts, createdAt, sentAt }) => ({
        id,
        template,
        state,
        subject,
        to,
        toName,
        language,
        attempts,
        createdAt,
        sentAt,
      }),
    ),
  audit: (api: ApiClient, search: URLSearchParams) =>
    pages(
      (page) =>
        api.audit.entries.list({
          ...page,
          ...readSpan(search),
          act: textFilter(search, "act"),
          subjectId: textFilter(search, "subject"),
          actorId: textFilter(search, "actor"),
        }),
      ({ id, at, act, actor, subjectId, accountId, reason, before, after }) => ({
        id,
        at,
        act,
        actor: actor.name ?? actor.id,
        actorId: actor.id,
        subjectId,
        accountId,
        reason,
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
      }),
    ),
} as const satisfies Record<string, (api: ApiClient, search: URLSearchParams) => Rows>
