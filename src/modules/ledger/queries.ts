import { and, asc, desc, eq, inArray, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"
import type { BookProof } from "./book-proof.ts"
import { placeOf } from "./place-of.ts"
import { balances, ledgerAccounts, postings, proofs, transfers } from "./tables.ts"

/** What a customer-side account holds; zero when nothing was ever booked. Positive is debit. */
export async function getBalance(
  ctx: Context,
  reach: Reach,
  name: string,
  currency: Currency,
): Promise<Money> {
  const [row] = await ctx.db
    .select({ minor: balances.balanceMinor })
    .from(balances)
    .innerJoin(
      ledgerAccounts,
      and(eq(ledgerAccounts.tenantId, balances.tenantId), eq(ledgerAccounts.id, balances.ledgerAccountId)),
    )
    .where(and(eq(ledgerAccounts.name, name), eq(balances.currency, currency), isWithin(reach)))
  return money(row?.minor ?? 0n, currency)
}

/** The company's own side has no balance row: it is added up from its postings. */
export async function rollUpBalance(
  ctx: Context,
  reach: Reach,
  name: string,
  currency: Currency,
): Promise<Money> {
  const [row] = await ctx.db
    .select({ minor: sql<string>`coalesce(sum(${postings.amountMinor}), 0)` })
    .from(postings)
    .innerJoin(
      ledgerAccounts,
      and(eq(ledgerAccounts.tenantId, postings.tenantId), eq(ledgerAccounts.id, postings.ledgerAccountId)),
    )
    .where(and(eq(ledgerAccounts.name, name), eq(postings.currency, currency), isWithin(reach)))
  return money(BigInt(row?.minor ?? "0"), currency)
}

export interface JournalTransfer {
  readonly id: string
  readonly key: string
  readonly currency: Currency
  readonly reference: string
  readonly words: string
  readonly postedOn: Temporal.PlainDate
  readonly postings: readonly { readonly account: string; readonly minor: bigint }[]
}

/** In the order of their days, and within a day by birth. Staff only, so an account's reach sees none. */
export async function listTransfers(
  ctx: Context,
  reach: Reach,
  page: { readonly after?: string; readonly limit: number },
): Promise<JournalTransfer[]> {
  if (reach.kind !== "all") return []
  const heads = await ctx.db
    .select()
    .from(transfers)
    .where(page.after ? sql`(${transfers.postedOn}, ${transfers.id}) > ${placeOf(page.after)}` : undefined)
    .orderBy(asc(transfers.postedOn), asc(transfers.id))
    .limit(Math.min(page.limit, 1_000))
  if (heads.length === 0) return []
  const byTransfer = await listPostings(
    ctx,
    reach,
    heads.map((head) => head.id),
  )
  return heads.map((head) => ({
    id: head.id,
    key: head.key,
    currency: head.currency,
    reference: head.reference,
    words: head.words,
    postedOn: head.postedOn,
    postings: byTransfer.get(head.id) ?? [],
  }))
}

/** What these transfers are made of, each in its own order. */
export async function listPostings(
  ctx: Context,
  reach: Reach,
  transferIds: readonly string[],
): Promise<Map<string, { readonly account: string; readonly minor: bigint }[]>> {
  if (reach.kind !== "all" || transferIds.length === 0) return new Map()
  const rows = await ctx.db
    .select({ transferId: postings.transferId, account: ledgerAccounts.name, minor: postings.amountMinor })
    .from(postings)
    .innerJoin(
      ledgerAccounts,
      and(eq(ledgerAccounts.tenantId, postings.tenantId), eq(ledgerAccounts.id, postings.ledgerAccountId)),
    )
    .where(inArray(postings.transferId, [...transferIds]))
    .orderBy(asc(postings.transferId), asc(postings.position))
  const byTransfer = Map.groupBy(rows, (row) => row.transferId)
  return new Map(
    [...byTransfer].map(([id, found]) => [id, found.map(({ account, minor }) => ({ account, minor }))]),
  )
}

/** The newest day's proof, if one was ever made. */
export async function findLastProof(ctx: Context, reach: Reach): Promise<BookProof | undefined> {
  if (reach.kind !== "all") return undefined
  const [row] = await ctx.db.select().from(proofs).orderBy(desc(proofs.day)).limit(1)
  if (!row) return undefined
  const { day, checkedAt, transfers: count, findings } = row
  return {
    day: day.toString(),
    checkedAt: checkedAt.toString(),
    transfers: count,
    findings: findings.map((one) => ({ ...one })),
  }
}

function isWithin(reach: Reach) {
  return reach.kind === "accounts" ? inArray(ledgerAccounts.customerId, [...reach.accountIds]) : undefined
}
