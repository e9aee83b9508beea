import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { PlannedRow } from "./planned-row.ts"

/** Whose address has an account already is left alone: the same file twice makes nothing twice. */
export async function markKnown(ctx: Context, rows: readonly PlannedRow[]): Promise<PlannedRow[]> {
  const emails = rows.filter((row) => row.standing !== "wrong").map((row) => row.email)
  const found = await ctx.db.execute<{ email: string }>(sql`
    select a.email from identity.accounts a where a.email = any(${sql.param(emails)}::text[])
    union
    select p.email from identity.people p
      join identity.members m on m.tenant_id = p.tenant_id and m.person_id = p.id
    where p.email = any(${sql.param(emails)}::text[])`)
  const known = new Set(found.rows.map((row) => row.email))
  return rows.map((row) =>
    row.standing === "wrong" ? row : { ...row, standing: known.has(row.email) ? "known" : "fresh" },
  )
}
