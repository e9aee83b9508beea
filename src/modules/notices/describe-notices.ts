import { inArray, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { noticeShape } from "./contract.ts"
import { stateAt } from "./notice.ts"
import { type notices, reads } from "./tables.ts"

export type NoticeView = z.infer<typeof noticeShape>

export async function describeNotices(
  ctx: Context,
  rows: readonly (typeof notices.$inferSelect)[],
): Promise<NoticeView[]> {
  const ids = rows.map(({ id }) => id)
  const counted =
    ids.length === 0
      ? []
      : await ctx.db
          .select({ id: reads.noticeId, count: sql<number>`count(*)::int` })
          .from(reads)
          .where(inArray(reads.noticeId, ids))
          .groupBy(reads.noticeId)
  const readers = new Map(counted.map(({ id, count }) => [id, count]))
  return rows.map((row) => {
    const { id, kind, importance, title, body, audience, publishAt, expiresAt, updatedAt } = row
    return {
      id,
      kind,
      importance,
      title,
      body,
      audience,
      state: stateAt(row, ctx.clock.now()),
      publishAt: publishAt?.toString() ?? null,
      expiresAt: expiresAt?.toString() ?? null,
      updatedAt: updatedAt.toString(),
      readers: readers.get(id) ?? 0,
    }
  })
}
