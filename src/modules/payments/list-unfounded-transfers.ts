import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { MatchFinding } from "./plan-match.ts"
import { type MatchWindow, MOST_FINDINGS } from "./window.ts"

/** From the ledger's side: cash of this gateway for a payment or a refund that we don't have. */
export async function listUnfoundedTransfers(ctx: Context, window: MatchWindow): Promise<MatchFinding[]> {
  const found = await ctx.db.execute<{ key: string; booked: string; currency: string }>(sql`
    select t.key, p.amount_minor::text as booked, p.currency
    from ledger.transfers t
    join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
    join ledger.accounts c on c.tenant_id = p.tenant_id and c.id = p.ledger_account_id
    where c.name = ${`cash:${window.gateway}`}
      and t.posted_at > ${window.from.toString()}::timestamptz and t.posted_at < ${window.to.toString()}::timestamptz
      and not exists (select from payments.attempts a
        where a.id = t.reference and a.state in ('settled', 'refunded'))
      and not exists (select from payments.refunds r where r.id = t.reference and r.state = 'done')
      and not exists (select from payments.disputes d where d.id = t.reference)
    limit ${MOST_FINDINGS}`)
  return found.rows.map(({ key, booked, currency }) => ({
    kind: "ledger_unfounded",
    subject: key,
    attemptId: null,
    ours: `${booked} ${currency}`,
    theirs: "",
  }))
}
