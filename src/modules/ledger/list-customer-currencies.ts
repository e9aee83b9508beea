import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"

/** In what a customer has ever owed us or had with us; that of the latest move first. */
export async function listCustomerCurrencies(
  ctx: Context,
  reach: Reach,
  accountId: string,
): Promise<Currency[]> {
  if (reach.kind === "accounts" && !reach.accountIds.includes(accountId)) return []
  const { rows } = await ctx.db.execute<{ currency: Currency }>(sql`
    select p.currency
    from ledger.accounts a
    join ledger.postings p on p.tenant_id = a.tenant_id and p.ledger_account_id = a.id
    join ledger.transfers t on t.tenant_id = p.tenant_id and t.id = p.transfer_id
    where a.customer_id = ${accountId}
    group by p.currency order by max(t.posted_at) desc, p.currency`)
  return rows.map(({ currency }) => currency)
}
