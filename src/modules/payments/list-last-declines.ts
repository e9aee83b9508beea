import { and, asc, eq, isNotNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { DeclineKind } from "./decline.ts"
import { attempts } from "./tables.ts"

/** Twice the tries that any policy makes for one thing. */
const MOST_EACH = 40

/** What was said the last time a saved method was charged for each of these and was declined. */
export async function listLastDeclines(
  ctx: Context,
  references: readonly string[],
): Promise<ReadonlyMap<string, DeclineKind>> {
  if (references.length === 0) return new Map()
  const rows = await ctx.db
    .select({ reference: attempts.reference, decline: attempts.decline })
    .from(attempts)
    .where(
      and(
        sql`${attempts.reference} = any(${sql.param([...references])}::text[])`,
        eq(attempts.state, "declined"),
        isNotNull(attempts.methodId),
      ),
    )
    .orderBy(asc(attempts.createdAt), asc(attempts.id))
    .limit(MOST_EACH * references.length)
  return new Map(rows.flatMap(({ reference, decline }) => (decline ? [[reference, decline] as const] : [])))
}
