import { and, asc, eq, getTableColumns, gt, gte, inArray, lt, type SQL, sql } from "drizzle-orm"
import { beginsWith } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { isInSpan, keysetOf, type TimedFilter, textKeysetOf } from "#kit/keyset.ts"
import { money } from "#kit/money.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { plannedAnew } from "#kit/planned-anew.ts"
import { billingRefusals } from "./errors.ts"
import type { InvoiceStanding, InvoiceState } from "./invoice.ts"
import { readLine, type StoredLine } from "./line-rows.ts"
import { MOST_LINES, type PaymentRequest } from "./payment-request.ts"
import { readRequest } from "./request-rows.ts"
import { invoiceLines, invoices, paymentRequestLines, paymentRequests } from "./tables.ts"

export type { StoredLine } from "./line-rows.ts"

/** With `lock: "update"` the row is held until the transaction ends. */
export async function findPaymentRequest(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: "read" | "update" = "read",
): Promise<PaymentRequest | undefined> {
  const query = ctx.db
    .select()
    .from(paymentRequests)
    .where(
      and(
        eq(paymentRequests.id, id),
        reach.kind === "accounts" ? inArray(paymentRequests.accountId, [...reach.accountIds]) : undefined,
      ),
    )
  const [row] = lock === "update" ? await query.for("update") : await query
  if (!row) return undefined
  const lines = await ctx.db
    .select()
    .from(paymentRequestLines)
    .where(eq(paymentRequestLines.requestId, id))
    .orderBy(asc(paymentRequestLines.position))
    .limit(MOST_LINES)
  return readRequest(row, lines)
}

export async function getPaymentRequest(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: "read" | "update" = "read",
): Promise<PaymentRequest> {
  const found = await findPaymentRequest(ctx, reach, id, lock)
  return found ?? billingRefusals.refuse("billing.request_missing", { requestId: id })
}

export interface Invoice {
  readonly id: string
  readonly number: string
  readonly issuedOn: Temporal.PlainDate
  readonly state: InvoiceState
  readonly accountId: string
  readonly accountName: string
  readonly orderId: string | null
  readonly net: ReturnType<typeof money>
  readonly tax: ReturnType<typeof money>
  readonly total: ReturnType<typeof money>
  /** Of the total: paid by credit. */
  readonly fromCredit: ReturnType<typeof money>
  readonly paidAt: Temporal.Instant | null
  readonly paymentAttemptId: string | null
  /** What credit notes have taken back of it. */
  readonly credited: ReturnType<typeof money>
  /** By when it is to be paid, where it was issued first, and what is left of it. */
  readonly dueOn: Temporal.PlainDate | null
  readonly left: ReturnType<typeof money>
  readonly requestId: string | null
  /** The one it was issued in place of, with the right tax. */
  readonly replacesId: string | null
  /** Another was issued in its place. */
  readonly isReplaced: boolean
}

export interface InvoiceDetail extends Invoice {
  /** The document's own text, and what it was sealed with. */
  readonly content: string
  readonly contentHash: string
  readonly lines: readonly StoredLine[]
}

export interface InvoiceFilter extends TimedFilter {
  readonly limit: number
  readonly accountId?: string | undefined
  readonly number?: string | undefined
  readonly state?: InvoiceState | undefined
  readonly standing?: InvoiceStanding | undefined
  /** Only those that are open beyond this day. */
  readonly dueBefore?: Temporal.PlainDate | undefined
}

/** Looked for by a number they come in the order of their numbers, which is that of their days. */
export async function listInvoices(
  ctx: Context,
  reach: Reach,
  filter: InvoiceFilter,
): Promise<Page<Invoice>> {
  const { after, orderBy } = filter.number
    ? textKeysetOf(filter, invoices.number, invoices.id)
    : keysetOf(filter, invoices.issuedAt, invoices.id)
  const rows = await ctx.db
    .select(listedColumns)
    .from(invoices)
    .where(
      and(
        isWithin(reach),
        filter.accountId ? eq(invoices.accountId, filter.accountId) : undefined,
        filter.number ? beginsWith(invoices.number, filter.number.trim().toUpperCase()) : undefined,
        filter.state ? eq(invoices.state, filter.state) : undefined,
        filter.standing ? hasStanding(filter.standing) : undefined,
        filter.dueBefore ? and(eq(invoices.state, "open"), lt(invoices.dueOn, filter.dueBefore)) : undefined,
        after,
        filter.number ? isInSpan(filter, invoices.issuedAt) : undefined,
        plannedAnew(filter.accountId, filter.number, filter.state, filter.standing, filter.dueBefore),
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [
    filter.number ? row.number : row.issuedAt.toString(),
    row.id,
  ])
  return { items: page.items.map(readInvoice), next: page.next }
}

export async function getInvoice(ctx: Context, reach: Reach, id: string): Promise<InvoiceDetail> {
  const [row] = await ctx.db
    .select({ ...getTableColumns(invoices), isReplaced })
    .from(invoices)
    .where(and(eq(invoices.id, id), isWithin(reach)))
  if (!row) return billingRefusals.refuse("billing.invoice_missing", { invoiceId: id })
  const lines = await ctx.db
    .select()
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, id))
    .orderBy(asc(invoiceLines.position))
    .limit(MOST_LINES)
  return {
    ...readInvoice(row),
    content: row.content,
    contentHash: row.contentHash,
    lines: lines.map((line) => readLine(line, row.currency)),
  }
}

/** Of the few that were credited: the table's own name, because a column alone would be the inner one's. */
const isReplaced = sql<boolean>`(invoices.credited_minor > 0 and exists (select from billing.invoices other
  where other.tenant_id = invoices.tenant_id and other.replaces_id = invoices.id))`

function hasStanding(standing: InvoiceStanding): SQL | undefined {
  const { creditedMinor, totalMinor, state } = invoices
  const isPaid = and(eq(state, "paid"), sql`not ${isReplaced}`)
  switch (standing) {
    case "replaced":
      return isReplaced
    case "paid":
      return and(eq(state, "paid"), eq(creditedMinor, 0n))
    case "partly_refunded":
      return and(isPaid, gt(creditedMinor, 0n), lt(creditedMinor, totalMinor))
    case "refunded":
      return and(isPaid, gte(creditedMinor, totalMinor))
    case "open":
    case "written_off":
    case "credited":
      return and(eq(state, standing), sql`not ${isReplaced}`)
  }
}

/** Without the content: a list of a hundred documents needn't carry a hundred papers. */
const listedColumns = {
  id: invoices.id,
  number: invoices.number,
  issuedOn: invoices.issuedOn,
  issuedAt: invoices.issuedAt,
  state: invoices.state,
  accountId: invoices.accountId,
  accountName: invoices.accountName,
  orderId: invoices.orderId,
  currency: invoices.currency,
  netMinor: invoices.netMinor,
  taxMinor: invoices.taxMinor,
  totalMinor: invoices.totalMinor,
  fromCreditMinor: invoices.fromCreditMinor,
  paidAt: invoices.paidAt,
  paymentAttemptId: invoices.paymentAttemptId,
  creditedMinor: invoices.creditedMinor,
  dueOn: invoices.dueOn,
  requestId: invoices.requestId,
  replacesId: invoices.replacesId,
  isReplaced,
}

type ListedInvoice = Omit<
  typeof invoices.$inferSelect,
  "tenantId" | "seriesId" | "sequence" | "content" | "contentHash"
> & { readonly isReplaced: boolean }

function readInvoice(row: ListedInvoice): Invoice {
  return {
    id: row.id,
    number: row.number,
    issuedOn: row.issuedOn,
    state: row.state,
    accountId: row.accountId,
    accountName: row.accountName,
    orderId: row.orderId,
    net: money(row.netMinor, row.currency),
    tax: money(row.taxMinor, row.currency),
    total: money(row.totalMinor, row.currency),
    fromCredit: money(row.fromCreditMinor, row.currency),
    paidAt: row.paidAt,
    paymentAttemptId: row.paymentAttemptId,
    credited: money(row.creditedMinor, row.currency),
    dueOn: row.dueOn,
    left: money(row.state === "open" ? row.totalMinor - row.creditedMinor : 0n, row.currency),
    requestId: row.requestId,
    replacesId: row.replacesId,
    isReplaced: row.isReplaced,
  }
}

function isWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(invoices.accountId, [...reach.accountIds]) : undefined
}
