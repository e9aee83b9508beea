import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { ledgerAccounts, postings, transfers } from "./tables.ts"

/** What was booked on one account of the company from a day to another, per currency. Debit is positive. Staff only. */
export async function sumMovements(
  ctx: Context,
  reach: Reach,
  of: { readonly account: string; readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<ReadonlyMap<Currency, bigint>> {
  if (reach.kind !== "all") return new Map()
  const { rows } = await ctx.db.execute<{ currency: Currency; minor: string }>(sql`
    select p.currency, sum(p.amount_minor)::text as minor
    from ${transfers} t
    join ${postings} p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
    join ${ledgerAccounts} a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
    where t.posted_on between ${of.from.toString()}::date and ${of.until.toString()}::date
      and a.name = ${of.account}
    group by p.currency
    limit ${MOST_CURRENCIES}`)
  return new Map(rows.map(({ currency, minor }) => [currency, BigInt(minor)]))
}

const MOST_CURRENCIES = 50
