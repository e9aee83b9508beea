import { and, eq, isNull, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type EndReason, families } from "./tables.ts"

export type WhichFamilies =
  | { readonly id: string }
  | { readonly clientId: string; readonly personId?: string }
  | { readonly personId: string; readonly clientId?: string }

/** Every token of theirs is worth nothing from the commit on. */
export async function endFamilies(ctx: Context, which: WhichFamilies, reason: EndReason): Promise<number> {
  const wanted =
    "id" in which
      ? eq(families.id, which.id)
      : and(
          which.clientId === undefined ? undefined : eq(families.clientId, which.clientId),
          which.personId === undefined ? undefined : eq(families.personId, which.personId),
        )
  const ended = await ctx.db
    .update(families)
    .set({ endedAt: sql`now()`, endReason: reason })
    .where(and(wanted, isNull(families.endedAt)))
    .returning({ id: families.id })
  return ended.length
}
