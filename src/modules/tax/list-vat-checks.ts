import { sql } from "drizzle-orm"
import type { VatNumber } from "#identity"
import type { Context } from "#kit/context.ts"
import { vatChecks } from "./tables.ts"

export type VatCheck = typeof vatChecks.$inferSelect

/** What is known of so many numbers, in one statement. */
export async function listVatChecks(ctx: Context, numbers: readonly VatNumber[]): Promise<VatCheck[]> {
  if (numbers.length === 0) return []
  const column = (name: keyof VatNumber) => sql.param(numbers.map((one) => one[name]))
  return ctx.db
    .select()
    .from(vatChecks)
    .where(
      sql`(${vatChecks.country}, ${vatChecks.number}) in (
        select * from unnest(${column("country")}::text[], ${column("number")}::text[]))`,
    )
    .limit(numbers.length)
}
