import { and, desc, eq, gte, inArray, sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { cutPage, decodeKey, type Page } from "#kit/paging.ts"
import type { CreditParts, HoldState } from "./account-credit.ts"
import { type CreditEntry, describeEntry } from "./describe-entry.ts"
import { creditEntries, creditHolds, creditLimits, creditPolicies } from "./tables.ts"

/** Newest first. */
export async function listCreditEntries(
  ctx: Context,
  reach: Reach,
  filter: { readonly accountId: string; readonly limit: number; readonly after?: string | undefined },
): Promise<Page<CreditEntry>> {
  const last = decodeKey(filter.after, 2)
  const rows = await ctx.db
    .select()
    .from(creditEntries)
    .where(
      and(
        eq(creditEntries.accountId, filter.accountId),
        reach.kind === "accounts" ? inArray(creditEntries.accountId, [...reach.accountIds]) : undefined,
        last
          ? sql`(${creditEntries.createdAt}, ${creditEntries.id}) < (${last[0]}::timestamptz, ${last[1]})`
          : undefined,
      ),
    )
    .orderBy(desc(creditEntries.createdAt), desc(creditEntries.id))
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  return { items: page.items.map(describeEntry), next: page.next }
}

/** What one of the staff has given and taken since then, both counted. */
export async function sumChangedBy(
  ctx: Context,
  reach: Reach,
  of: { readonly personId: string; readonly currency: Currency; readonly since: Temporal.Instant },
): Promise<bigint> {
  if (reach.kind !== "all") return 0n
  const [row] = await ctx.db
    .select({ minor: sql<string>`coalesce(sum(abs(${creditEntries.amountMinor})), 0)` })
    .from(creditEntries)
    .where(
      and(
        eq(creditEntries.byId, of.personId),
        eq(creditEntries.currency, of.currency),
        gte(creditEntries.createdAt, of.since),
      ),
    )
  return BigInt(row?.minor ?? "0")
}

export interface CreditHold {
  readonly id: string
  readonly reference: string
  readonly accountId: string
  readonly currency: Currency
  readonly state: HoldState
  readonly parts: CreditParts
  readonly returned: CreditParts
}

/** A plain read, or the row is held until the transaction ends. */
export type Lock = "read" | "update"

/** What is or was set aside for a request. */
export async function findHold(
  ctx: Context,
  reach: Reach,
  reference: string,
  lock: Lock,
): Promise<CreditHold | undefined> {
  const query = ctx.db
    .select()
    .from(creditHolds)
    .where(
      and(
        eq(creditHolds.reference, reference),
        reach.kind === "accounts" ? inArray(creditHolds.accountId, [...reach.accountIds]) : undefined,
      ),
    )
  const [row] = lock === "update" ? await query.for("update") : await query
  return (
    row && {
      id: row.id,
      reference: row.reference,
      accountId: row.accountId,
      currency: row.currency,
      state: row.state,
      parts: { paid: row.paidMinor, given: row.givenMinor },
      returned: { paid: row.returnedPaidMinor, given: row.returnedGivenMinor },
    }
  )
}

/** Used, unless the shop has said otherwise. */
export async function isCreditApplied(ctx: Context, _reach: Reach): Promise<boolean> {
  const [row] = await ctx.db.select({ isApplied: creditPolicies.isApplied }).from(creditPolicies).limit(1)
  return row?.isApplied ?? true
}

/** Its row is held: two acts under one limit, at the same moment, are counted one after the other. */
export async function findLimit(
  ctx: Context,
  reach: Reach,
  of: { readonly roleId: string; readonly currency: Currency },
): Promise<bigint | undefined> {
  if (reach.kind !== "all") return undefined
  const [row] = await ctx.db
    .select({ most: creditLimits.mostMinor })
    .from(creditLimits)
    .where(and(eq(creditLimits.roleId, of.roleId), eq(creditLimits.currency, of.currency)))
    .for("update")
  return row?.most
}
