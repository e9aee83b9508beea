import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { divideHalfUp, type Money, money } from "#kit/money.ts"
import type { Subscription } from "./subscription.ts"
import { subscriptionPeriods } from "./subscription-tables.ts"
import { creditNoteLines, creditNotes, invoiceLines, invoices } from "./tables.ts"

/**
 * What an agreement brought in all, with tax: each invoice line of its own that is paid, less what was credited of it.
 * The first order has one line for all its pieces: what was taken back of one piece is that one's own, and what was
 * credited of the line otherwise is shared by all of them.
 */
export async function sumPaid(ctx: Context, one: Subscription): Promise<Money> {
  const { rows } = await ctx.db.execute<{ gross: string; off: string; own: string; pieces: string }>(sql`
    select line.gross_minor::text as gross, line.pieces::text as pieces,
      coalesce(sum(credited.gross_minor) filter (where line.pieces = 1 or not starts_with(note.key, 'purchase:')), 0)::text as off,
      coalesce(sum(credited.gross_minor) filter (where line.pieces > 1 and period.id is not null), 0)::text as own
    from (
      select tenant_id, id, invoice_id, gross_minor, 1 as pieces
      from ${invoiceLines} where subscription_id = ${one.id}
      union all
      select tenant_id, id, invoice_id, gross_minor, (reason->>'quantity')::int as pieces
      from ${invoiceLines} where invoice_id = ${one.firstInvoiceId} and subscription_id is null
        and reason->>'cycle' is not null
        and case when ${one.orderItemId}::text is null or reason->'facts'->>'orderItemId' is null
          then reason->>'priceId' = ${one.priceId}
          else reason->'facts'->>'orderItemId' = ${one.orderItemId} end
    ) as line
    join ${invoices} as paper on paper.tenant_id = line.tenant_id and paper.id = line.invoice_id
      and paper.paid_at is not null
    left join ${creditNoteLines} as credited on credited.tenant_id = line.tenant_id
      and credited.invoice_line_id = line.id
    left join ${creditNotes} as note on note.tenant_id = credited.tenant_id and note.id = credited.credit_note_id
    left join ${subscriptionPeriods} as period on period.tenant_id = note.tenant_id
      and period.id = split_part(note.key, ':', 2) and period.subscription_id = ${one.id}
    group by line.id, line.gross_minor, line.pieces`)
  const minor = rows.reduce((sum, { gross, off, own, pieces }) => {
    const part = divideHalfUp((BigInt(gross) - BigInt(off)) * BigInt(one.quantity), BigInt(pieces))
    return sum + (pieces === "1" ? BigInt(gross) - BigInt(off) : part - BigInt(own))
  }, 0n)
  return money(minor, one.unit.currency)
}
