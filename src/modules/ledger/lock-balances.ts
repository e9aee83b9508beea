import { and, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { balances, ledgerAccounts } from "./tables.ts"

/**
 * What accounts of a customer's side hold, with their rows held until the transaction ends: what is read can be spent
 * by nobody else meanwhile. In one order everywhere. An account that isn't there holds nothing, and can't be spent.
 */
export async function lockBalances(
  ctx: Context,
  names: readonly string[],
  currency: Currency,
): Promise<ReadonlyMap<string, bigint>> {
  const accounts = ctx.db
    .select({ id: ledgerAccounts.id })
    .from(ledgerAccounts)
    .where(inArray(ledgerAccounts.name, [...names]))
  const name = sql<string>`(
    select a.name from ${ledgerAccounts} a
    where a.tenant_id = ${balances.tenantId} and a.id = ${balances.ledgerAccountId})`
  const rows = await ctx.db
    .select({ name, minor: balances.balanceMinor })
    .from(balances)
    .where(and(inArray(balances.ledgerAccountId, accounts), eq(balances.currency, currency)))
    .orderBy(name)
    .for("update")
  return new Map(rows.map((row) => [row.name, row.minor]))
}
