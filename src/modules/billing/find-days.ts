import type { Context, Reach } from "#kit/context.ts"
import { findReplacement } from "./find-replacement.ts"
import { type LineTime, listFirstPeriods } from "./list-first-periods.ts"
import type { InvoiceDetail } from "./queries.ts"

const wholeHouse: Reach = { kind: "all" }

/** For the paper: by line, in their order, the days that a first invoice turned out to pay for; null: its line says itself. */
export async function findDays(ctx: Context, invoice: InvoiceDetail): Promise<readonly (LineTime | null)[]> {
  const { replacedBy } = await findReplacement(ctx, wholeHouse, invoice)
  const times = await listFirstPeriods(ctx, invoice, replacedBy?.id ?? null)
  return invoice.lines.map(({ id }) => times.get(id) ?? null)
}
