import { and, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "../context.ts"
import { operationSubjects, operations } from "./tables.ts"

/** Which of these have work of that kind under way, or before a person; with `input`, of such work that has this in it. */
export async function listSubjectsInWork(
  ctx: Context,
  name: string,
  subjects: readonly string[],
  input: Readonly<Record<string, string>> = {},
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectDistinct({ subject: operationSubjects.subject })
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
        sql`${operationSubjects.subject} = any(${sql.param([...subjects])}::text[])`,
        eq(operations.name, name),
        sql`${operations.input} @> ${JSON.stringify(input)}::jsonb`,
        inArray(operations.state, ["queued", "running", "waiting", "stuck", "undoing"]),
      ),
    )
    .limit(subjects.length)
  return new Set(rows.map(({ subject }) => subject))
}
