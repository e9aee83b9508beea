import { and, asc, desc, eq, gte, inArray, lte, sql } from "drizzle-orm"
import type { z } from "zod"
import { listAccountNames } from "#identity"
import { beginsWith } from "#kit/begins-with.ts"
import type { Context, Reach } from "#kit/context.ts"
import type { TimedFilter } from "#kit/keyset.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import { getSettings } from "#tenancy"
import type { bookedTransferShape } from "./contract.ts"
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
  const page = cutPage(await findBooked(ctx, { ...filter, currency }), filter.limit, (row) => [row.id])
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

/** By the transfer's id, which sorts by birth: of one account the index gives a page without looking at the rest. */
function findBooked(ctx: Context, filter: BookedFilter & { readonly currency: Currency }) {
  const last = decodeKey(filter.after, 1)?.[0]
  const isOldestFirst = filter.order === "oldest"
  return ctx.db
    .select({ id: postings.transferId, minor: sql<string>`sum(${postings.amountMinor})` })
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
        last
          ? isOldestFirst
            ? sql`${postings.transferId} > ${last}`
            : sql`${postings.transferId} < ${last}`
          : undefined,
      ),
    )
    .groupBy(postings.transferId)
    .orderBy(isOldestFirst ? asc(postings.transferId) : desc(postings.transferId))
    .limit(filter.limit + 1)
}
