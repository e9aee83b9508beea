import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { taxIds } from "./member-tables.ts"
import { accounts } from "./tables.ts"
import { type VatNumber, writeVatNumber } from "./vat-number.ts"

/** More accounts of one business than any has. */
const MOST = 500

/** The accounts that have given this VAT number: a business may have several. Duplicates and the forgotten are left out. */
export async function listNumberHolders(ctx: Context, vat: VatNumber): Promise<readonly string[]> {
  const text = writeVatNumber(vat)
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select id from ${accounts}
    where merged_into_id is null and erased_at is null and id in (
      select account_id from ${taxIds} where number = ${text} and country = ${vat.country}
      union
      select id from ${accounts} where tax_id = ${text} and country = ${vat.country})
    order by id
    limit ${MOST}`)
  return rows.map(({ id }) => id)
}
