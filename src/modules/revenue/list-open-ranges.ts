import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type ClosingScope, INVOICES_A_RANGE } from "./closing-scope.ts"
import { openInvoices } from "./open-invoices.ts"

export type OpenRange = Extract<ClosingScope, { readonly kind: "range" }>

/** Of all invoices that a close may have something to do about, cut into ranges: their ends. */
export async function listOpenRanges(ctx: Context, day: Temporal.PlainDate): Promise<OpenRange[]> {
  const { rows } = await ctx.db.execute<{ up_to: string }>(sql`
    select max(id) as up_to from (
      select id, (row_number() over (order by id) - 1) / ${INVOICES_A_RANGE} as place
      from (${openInvoices(day, { kind: "all" })}) as open
    ) as placed group by place order by 1`)
  return rows.map(({ up_to: upTo }, at) => ({ kind: "range", after: rows[at - 1]?.up_to ?? "", upTo }))
}
