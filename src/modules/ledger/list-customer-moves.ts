import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, type Money, money } from "#kit/money.ts"

/** What changed how a customer stands with the shop. Above zero: they owe more, or have less with us. */
export interface CustomerMove {
  readonly key: string
  readonly reference: string
  readonly postedOn: Temporal.PlainDate
  readonly amount: Money
}

export interface CustomerMoves {
  /** As they stood before the first day. */
  readonly opening: Money
  readonly moves: readonly CustomerMove[]
}

/** Above what a customer has in a year; who has more asks for a shorter time. */
const MOST_MOVES = 5_000

/**
 * Every transfer of a time that changed what a customer owes us less what they have with us, day by day, each with its
 * sum. What only went from one of their accounts to another changes nothing and isn't here. A statement says days: the
 * invoices of one come before what was paid for them on it.
 */
export async function listCustomerMoves(
  ctx: Context,
  reach: Reach,
  of: {
    readonly accountId: string
    readonly currency: Currency
    readonly from: Temporal.PlainDate
    readonly to: Temporal.PlainDate
  },
): Promise<CustomerMoves> {
  const { accountId, currency } = of
  if (reach.kind === "accounts" && !reach.accountIds.includes(accountId)) {
    return { opening: money(0n, currency), moves: [] }
  }
  const own = sql`
    from ledger.accounts a
    join ledger.postings p on p.tenant_id = a.tenant_id and p.ledger_account_id = a.id and p.currency = ${currency}
    join ledger.transfers t on t.tenant_id = p.tenant_id and t.id = p.transfer_id
    where a.customer_id = ${accountId}`
  const before = await ctx.db.execute<{ minor: string }>(
    sql`select coalesce(sum(p.amount_minor), 0)::text as minor ${own} and t.posted_on < ${of.from.toString()}::date`,
  )
  const { rows } = await ctx.db.execute<{
    key: string
    reference: string
    posted_on: string
    minor: string
  }>(sql`
    select t.key, t.reference, t.posted_on::text, sum(p.amount_minor)::text as minor ${own}
      and t.posted_on between ${of.from.toString()}::date and ${of.to.toString()}::date
    group by t.id, t.key, t.reference, t.posted_on, t.posted_at
    having sum(p.amount_minor) <> 0
    order by t.posted_on, t.key not like 'invoice:%', t.posted_at, t.key not like 'credit:%', t.id limit ${MOST_MOVES}`)
  return {
    opening: money(BigInt(before.rows[0]?.minor ?? "0"), currency),
    moves: rows.map(({ key, reference, posted_on, minor }) => ({
      key,
      reference,
      postedOn: Temporal.PlainDate.from(posted_on),
      amount: money(BigInt(minor), currency),
    })),
  }
}
