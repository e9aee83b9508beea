import { and, asc, desc, eq, gt, gte, inArray, lt, lte, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import type { z } from "zod"
import { listAccountNames } from "#identity"
import { beginsWith } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import type { TimedFilter } from "#kit/keyset.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { getSettings } from "#tenancy"
import type { bookedTransferShape } from "./contract.ts"
import { isNoDocument } from "./document-first.ts"
import { listPostings } from "./queries.ts"
import { ledgerAccounts, postings, transfers } from "./tables.ts"
import { sayTransferWords } from "./transfer-words.ts"

export type BookedTransfer = z.infer<typeof bookedTransferShape>

export interface BookedFilter extends TimedFilter {
  readonly limit: number
  readonly account: string
  /** Absent: the shop's own. */
  readonly currency?: Currency | undefined
  readonly from?: string | undefined
  readonly on?: string | undefined
}

/** What was booked on an account, or on all of a role, newest first. Staff only, so an account's reach sees none. */
export async function listBookedTransfers(
  ctx: Context,
  reach: Reach,
  filter: BookedFilter,
): Promise<Page<BookedTransfer>> {
  if (reach.kind !== "all") return { items: [], next: null }
  const currency = filter.currency ?? (await getSettings(ctx)).defaultCurrency
  const page = cutPage(await findBooked(ctx, { ...filter, currency }), filter.limit, (row) => [
    String(row.isNoDocument),
    row.id,
  ])
  const ids = page.items.map((row) => row.id)
  const heads =
    ids.length === 0 ? [] : await ctx.db.select().from(transfers).where(inArray(transfers.id, ids))
  const byId = new Map(heads.map((head) => [head.id, head]))
  const booked = await listPostings(ctx, reach, ids)
  const names = await listAccountNames(
    ctx,
    [...booked.values()].flat().flatMap((one) => customerOf(one.account) ?? []),
  )
  const wire = (minor: bigint) => toWire(money(minor, currency))
  return {
    next: page.next,
    items: page.items.flatMap(({ id, minor }) => {
      const head = byId.get(id)
      if (!head) return []
      const { key, reference, words, postedOn, postedAt } = head
      return {
        id,
        key,
        reference,
        words: sayTransferWords(words, ctx.language),
        postedOn: postedOn.toString(),
        postedAt: postedAt.toString(),
        amount: wire(BigInt(minor)),
        postings: (booked.get(id) ?? []).map((one) => ({
          account: one.account,
          customerName: names.get(customerOf(one.account) ?? "") ?? null,
          amount: wire(one.minor),
        })),
      }
    }),
  }
}

/** "receivable:acc_…" is a customer's; "cash:sandbox-card" is nobody's but ours. */
function customerOf(account: string): string | undefined {
  const [, owner = ""] = account.split(":")
  return owner.startsWith("acc_") ? owner : undefined
}

type Booked = BookedFilter & { readonly currency: Currency }

/**
 * By the transfer's id, which sorts by birth: of one account the index gives a page without looking at the rest. Of one
 * millisecond documents come before what was paid for them, so those that a page begins or ends among are read whole.
 */
async function findBooked(ctx: Context, filter: Booked) {
  const isOldestFirst = filter.order === "oldest"
  const last = readPlace(filter.after)
  const bound = await findBound(ctx, filter, last)
  const [from, to] = isOldestFirst ? [last?.instant, bound] : [bound, last?.instant]
  const place = sql`(${instantOf(postings.transferId)}, ${isNoDocument}, ${postings.transferId})`
  const given = last && sql`(${last.instant}, ${last.isNoDocument}, ${last.id})`
  const order = isOldestFirst ? asc : desc
  return bookedOf(ctx, filter, [
    from === undefined ? undefined : gte(postings.transferId, from),
    to === undefined ? undefined : lte(postings.transferId, `${to}${ABOVE_ALL}`),
    given && (isOldestFirst ? sql`${place} > ${given}` : sql`${place} < ${given}`),
  ])
    .orderBy(order(instantOf(postings.transferId)), order(isNoDocument), order(postings.transferId))
    .limit(filter.limit + 1)
}

/** The millisecond of the last one that a page may need, the one it goes on from not counted. */
async function findBound(ctx: Context, filter: Booked, last: Place | undefined): Promise<string | undefined> {
  const isOldestFirst = filter.order === "oldest"
  const beyond =
    last &&
    (isOldestFirst
      ? gt(postings.transferId, `${last.instant}${ABOVE_ALL}`)
      : lt(postings.transferId, last.instant))
  const [row] = await bookedOf(ctx, filter, [beyond])
    .orderBy((isOldestFirst ? asc : desc)(postings.transferId))
    .limit(1)
    .offset(filter.limit)
  return row?.id.slice(0, INSTANT_LENGTH)
}

function bookedOf(ctx: Context, filter: Booked, bounds: readonly (SQL | undefined)[]) {
  return ctx.db
    .select({
      id: postings.transferId,
      minor: sql<string>`sum(${postings.amountMinor})`,
      isNoDocument: sql<boolean>`${isNoDocument}`,
    })
    .from(postings)
    .innerJoin(
      ledgerAccounts,
      and(eq(ledgerAccounts.tenantId, postings.tenantId), eq(ledgerAccounts.id, postings.ledgerAccountId)),
    )
    .innerJoin(
      transfers,
      and(eq(transfers.tenantId, postings.tenantId), eq(transfers.id, postings.transferId)),
    )
    .where(
      and(
        filter.account.includes(":")
          ? eq(ledgerAccounts.name, filter.account)
          : beginsWith(ledgerAccounts.name, `${filter.account}:`),
        eq(postings.currency, filter.currency),
        filter.from ? gte(transfers.postedOn, Temporal.PlainDate.from(filter.from)) : undefined,
        filter.on ? lte(transfers.postedOn, Temporal.PlainDate.from(filter.on)) : undefined,
        ...bounds,
      ),
    )
    .groupBy(postings.transferId, transfers.key)
    .$dynamic()
}

/** "trf_" and 48 bits in base32: the millisecond in which it was born. */
const INSTANT_LENGTH = 14
/** Sorts after every character of an id. */
const ABOVE_ALL = "~"

function instantOf(id: PgColumn): SQL {
  return sql`left(${id}, ${INSTANT_LENGTH})`
}

interface Place {
  readonly instant: string
  readonly isNoDocument: boolean
  readonly id: string
}

function readPlace(after: string | undefined): Place | undefined {
  const [isNo, id] = decodeKey(after, 2) ?? []
  if (id === undefined) return undefined
  return { instant: id.slice(0, INSTANT_LENGTH), isNoDocument: isNo === "true", id }
}
