import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { OurSide } from "./plan-match.ts"
import type { MatchWindow } from "./window.ts"

/** Attempts by the references a gateway names, each with what the ledger booked for it. */
export async function listOurSides(
  ctx: Context,
  window: MatchWindow,
  references: readonly string[],
): Promise<Map<string, OurSide>> {
  if (references.length === 0) return new Map()
  const found = await ctx.db.execute<{
    id: string
    state: string
    charge_id: string | null
    amount: string
    currency: string
    refunded: string
    tax: string | null
    fee: string | null
    fees: string
    is_refunding: boolean
    is_disputed: boolean
    booked: string
  }>(sql`
    select a.id, a.state, a.charge_id, a.amount_minor::text as amount, a.currency,
      a.tax_minor::text as tax, a.fee_minor::text as fee,
      (select (coalesce(a.fee_minor, 0) + coalesce(sum(r.fee_minor), 0))::text from payments.refunds r
        where r.attempt_id = a.id and r.state = 'done') as fees,
      (select coalesce(sum(r.amount_minor), 0)::text from payments.refunds r
        where r.attempt_id = a.id and r.state = 'done') as refunded,
      exists (select from payments.refunds r where r.attempt_id = a.id and r.state in ('wanted', 'seen')) as is_refunding,
      exists (select from payments.disputes d where d.attempt_id = a.id and d.state = 'open') as is_disputed,
      (select coalesce(sum(p.amount_minor), 0)::text
        from ledger.transfers t
        join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
        join ledger.accounts c on c.tenant_id = p.tenant_id and c.id = p.ledger_account_id
        where c.name = ${`cash:${window.gateway}`} and p.currency = a.currency
          and (t.reference = a.id
            or t.reference in (select r.id from payments.refunds r where r.attempt_id = a.id))) as booked
    from payments.attempts a
    where a.endpoint_id = ${window.endpointId} and a.id = any(${sql.param([...references])}::text[])`)
  return new Map(
    found.rows.map((row) => [
      row.id,
      {
        attemptId: row.id,
        isSettled: row.state === "settled" || row.state === "refunded",
        chargeId: row.charge_id,
        amountMinor: BigInt(row.amount),
        currency: row.currency,
        taxMinor: row.tax === null ? null : BigInt(row.tax),
        refundedMinor: BigInt(row.refunded),
        feeMinor: row.fee === null ? null : BigInt(row.fee),
        feesMinor: BigInt(row.fees),
        isRefunding: row.is_refunding,
        isDisputed: row.is_disputed,
        bookedMinor: BigInt(row.booked),
      },
    ]),
  )
}
