import { and, desc, eq, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type DeclineKind, sayDecline } from "./decline.ts"
import { attempts } from "./tables.ts"

export interface NewestDecline {
  readonly reference: string
  readonly kind: DeclineKind
  readonly words: ReturnType<typeof sayDecline>
  readonly at: Temporal.Instant
}

/** Why the last try for each of these was declined, by its reference. Whoever may see them asks; they are few. */
export async function listNewestDeclines(
  ctx: Context,
  references: readonly string[],
): Promise<ReadonlyMap<string, NewestDecline>> {
  if (references.length === 0) return new Map()
  const rows = await ctx.db
    .selectDistinctOn([attempts.reference], {
      reference: attempts.reference,
      decline: attempts.decline,
      at: attempts.createdAt,
    })
    .from(attempts)
    .where(
      and(
        sql`${attempts.reference} = any(${sql.param([...references])}::text[])`,
        eq(attempts.state, "declined"),
      ),
    )
    .orderBy(attempts.reference, desc(attempts.createdAt), desc(attempts.id))
    .limit(references.length)
  return new Map(
    rows.map(({ reference, decline, at }) => {
      const kind = decline ?? "declined_soft"
      return [reference, { reference, kind, words: sayDecline(kind), at }]
    }),
  )
}
