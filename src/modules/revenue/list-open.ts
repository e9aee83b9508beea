import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { INVOICES_A_RANGE } from "./closing-scope.ts"
import type { OpenRange } from "./list-open-ranges.ts"
import { openInvoices } from "./open-invoices.ts"

/** The invoices of one range that a close may have something to do about. */
export async function listOpen(ctx: Context, day: Temporal.PlainDate, range: OpenRange): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select id from (${openInvoices(day, range)}) as open order by id limit ${INVOICES_A_RANGE}`)
  return rows.map(({ id }) => id)
}
