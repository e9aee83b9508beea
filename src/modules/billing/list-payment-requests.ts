import { and, eq, inArray, lt } from "drizzle-orm"
import { beginsWith } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { type Money, money } from "#kit/money.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { getSettings } from "#tenancy"
import { isPayable, type RequestPurpose, type RequestState } from "./payment-request.ts"
import { paymentRequests } from "./tables.ts"

export interface ListedRequest {
  readonly id: string
  readonly number: string
  readonly state: RequestState
  readonly accountId: string
  readonly purpose: RequestPurpose
  readonly invoiceId: string | null
  readonly total: Money
  readonly left: Money
  readonly createdAt: Temporal.Instant
  readonly dueOn: Temporal.PlainDate
  readonly note: string | null
  readonly purchaseOrder: string | null
}

export interface RequestFilter extends TimedFilter {
  readonly limit: number
  readonly accountId?: string | undefined
  readonly number?: string | undefined
  readonly state?: RequestState | undefined
  readonly purpose?: RequestPurpose | undefined
  readonly isOverdue?: boolean | undefined
}

export async function listPaymentRequests(
  ctx: Context,
  reach: Reach,
  filter: RequestFilter,
): Promise<Page<ListedRequest>> {
  const { after, orderBy } = keysetOf(filter, paymentRequests.createdAt, paymentRequests.id)
  const today = filter.isOverdue ? ctx.clock.today((await getSettings(ctx)).timeZone) : undefined
  const rows = await ctx.db
    .select()
    .from(paymentRequests)
    .where(
      and(
        reach.kind === "accounts" ? inArray(paymentRequests.accountId, [...reach.accountIds]) : undefined,
        filter.accountId ? eq(paymentRequests.accountId, filter.accountId) : undefined,
        filter.number ? beginsWith(paymentRequests.number, filter.number.trim().toUpperCase()) : undefined,
        filter.state ? eq(paymentRequests.state, filter.state) : undefined,
        filter.purpose ? eq(paymentRequests.purpose, filter.purpose) : undefined,
        today
          ? and(inArray(paymentRequests.state, ["open", "billed"]), lt(paymentRequests.dueOn, today))
          : undefined,
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(readListed), next: page.next }
}

function readListed(row: typeof paymentRequests.$inferSelect): ListedRequest {
  const isToPay = isPayable(row.state)
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    accountId: row.accountId,
    purpose: row.purpose,
    invoiceId: row.invoiceId,
    total: money(row.totalMinor, row.currency),
    left: money(isToPay ? row.totalMinor - row.fromCreditMinor - row.creditedMinor : 0n, row.currency),
    createdAt: row.createdAt,
    dueOn: row.dueOn,
    note: row.note,
    purchaseOrder: row.purchaseOrder,
  }
}
