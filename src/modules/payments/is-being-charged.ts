import { and, eq, inArray, sql } from "drizzle-orm"
import { type Context, type Reach } from "#kit/context.ts"
import { operationSubjects, operations } from "#kit/work/tables.ts"

/** Whether somebody still has the charging of this attempt in hand: then nobody else says that nothing came of it. */
export async function isBeingCharged(ctx: Context, reach: Reach, attemptId: string): Promise<boolean> {
  if (reach.kind !== "all") return false
  const [row] = await ctx.db
    .select({ one: sql`1` })
    .from(operationSubjects)
    .innerJoin(
      operations,
      and(
        eq(operations.tenantId, operationSubjects.tenantId),
        eq(operations.id, operationSubjects.operationId),
      ),
    )
    .where(
      and(
        eq(operationSubjects.subject, attemptId),
        eq(operations.name, "payments.charge-method"),
        inArray(operations.state, ["queued", "running", "waiting", "stuck", "undoing"]),
      ),
    )
    .limit(1)
  return row !== undefined
}
