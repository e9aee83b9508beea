import { asc, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { MOST_COUNTED } from "#kit/most-counted.ts"
import { MOST_FIELDS } from "./field.ts"
import type { fieldShape } from "./field-contract.ts"
import { fields, fieldValues } from "./tables.ts"

export type FieldView = z.infer<typeof fieldShape>

/** In the order in which they were made. */
export async function listFields(ctx: Context, reach: Reach): Promise<FieldView[]> {
  if (reach.kind !== "all") return []
  const rows = await ctx.db
    .select({
      id: fields.id,
      name: fields.name,
      kind: fields.kind,
      choices: fields.choices,
      isListed: fields.isListed,
      // Columns written by hand: of a select from one table drizzle prints them bare, and here two tables have them.
      customers: sql<number>`(select count(*)::int from (select from ${fieldValues} as kept
        where kept.tenant_id = ${fields}.tenant_id and kept.field_id = ${fields}.id
        limit ${MOST_COUNTED + 1}) as counted)`,
    })
    .from(fields)
    .orderBy(asc(fields.position), asc(fields.id))
    .limit(MOST_FIELDS)
  return rows.map((row) => ({ ...row, choices: [...row.choices] }))
}
