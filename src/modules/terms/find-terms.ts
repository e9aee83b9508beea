import { and, eq, inArray } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Money, money } from "#kit/money.ts"
import { accountTerms } from "./tables.ts"

export interface AccountTerms {
  readonly days: number
  readonly limit: Money
  readonly changedAt: Temporal.Instant
}

/** With "update" its row is held until the transaction ends: of two invoices at once only what fits below the limit passes. */
export async function findTerms(
  ctx: Context,
  reach: Reach,
  accountId: string,
  lock: "read" | "update" = "read",
): Promise<AccountTerms | undefined> {
  const query = ctx.db
    .select()
    .from(accountTerms)
    .where(
      and(
        eq(accountTerms.accountId, accountId),
        reach.kind === "accounts" ? inArray(accountTerms.accountId, [...reach.accountIds]) : undefined,
      ),
    )
  const [row] = lock === "update" ? await query.for("update") : await query
  if (!row) return undefined
  return { days: row.days, limit: money(row.limitMinor, row.currency), changedAt: row.changedAt }
}
