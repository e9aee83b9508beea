import { and, eq } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import { type SavedMethod } from "./method.ts"
import { isMethodWithin, readMethod } from "./method-row.ts"
import { type Lock } from "./queries.ts"
import { paymentMethods } from "./tables.ts"

export async function findMethod(
  ctx: Context,
  reach: Reach,
  id: string,
  lock: Lock = "read",
): Promise<SavedMethod | undefined> {
  const query = ctx.db
    .select()
    .from(paymentMethods)
    .where(and(eq(paymentMethods.id, id), isMethodWithin(reach)))
  const [row] = lock === "update" ? await query.for("update") : await query
  return row && readMethod(row)
}
