import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { ledgerAccounts, postings, transfers } from "./tables.ts"

/** One row of the books: an account of the company, or a role of the customers' side, in one currency. */
export interface TrialBalanceSum {
  readonly account: string
  readonly customers: number | null
  readonly currency: Currency
  readonly openingMinor: bigint
  readonly debitMinor: bigint
  readonly creditMinor: bigint
}

/** Adds up everything that was booked until the end of a day. Of the whole shop, so an account's reach sees none. */
export async function sumTrialBalance(
  ctx: Context,
  reach: Reach,
  period: { readonly from: Temporal.PlainDate; readonly on: Temporal.PlainDate },
): Promise<TrialBalanceSum[]> {
  if (reach.kind !== "all") return []
  const [from, on] = [period.from.toString(), period.on.toString()]
  const { rows } = await ctx.db.execute<{
    account: string
    customers: string | null
    currency: Currency
    opening: string
    debit: string
    credit: string
  }>(sql`
    select case when a.side = 'customer' then split_part(a.name, ':', 1) else a.name end as account,
      case when a.side = 'customer' then count(distinct a.id)::text end as customers,
      p.currency,
      coalesce(sum(p.amount_minor) filter (where t.posted_on < ${from}::date), 0)::text as opening,
      coalesce(sum(p.amount_minor) filter (where t.posted_on >= ${from}::date and p.amount_minor > 0), 0)::text
        as debit,
      coalesce(-sum(p.amount_minor) filter (where t.posted_on >= ${from}::date and p.amount_minor < 0), 0)::text
        as credit
    from ${postings} p
    join ${transfers} t on t.tenant_id = p.tenant_id and t.id = p.transfer_id
    join ${ledgerAccounts} a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
    where t.posted_on <= ${on}::date
    group by 1, a.side, p.currency
    order by p.currency, 1
    limit ${MOST_ROWS}`)
  return rows.map((row) => ({
    account: row.account,
    customers: row.customers === null ? null : Number(row.customers),
    currency: row.currency,
    openingMinor: BigInt(row.opening),
    debitMinor: BigInt(row.debit),
    creditMinor: BigInt(row.credit),
  }))
}

/** A hundred accounts of the company in five currencies. */
const MOST_ROWS = 500
