import { and, eq, inArray } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { getTag, listOpenAccountIds } from "./queries.ts"
import { accountTags } from "./tables.ts"

/** One tag, many customers, in three statements however many they are. */
export async function applyTag(
  ctx: Context,
  wish: { readonly tagId: string; readonly accountIds: readonly string[]; readonly isGiven: boolean },
): Promise<{ changed: number }> {
  const reach = within(ctx.actor)
  const { id: tagId, name } = await getTag(ctx, reach, wish.tagId)
  const accountIds = await listOpenAccountIds(ctx, reach, wish.accountIds)
  if (accountIds.length === 0) return { changed: 0 }
  const changed = wish.isGiven
    ? await ctx.db
        .insert(accountTags)
        .values(accountIds.map((accountId) => ({ id: ctx.newId("tgd"), accountId, tagId })))
        .onConflictDoNothing()
        .returning({ accountId: accountTags.accountId })
    : await ctx.db
        .delete(accountTags)
        .where(and(eq(accountTags.tagId, tagId), inArray(accountTags.accountId, accountIds)))
        .returning({ accountId: accountTags.accountId })
  await recordAudit(ctx, {
    act: wish.isGiven ? "customers.tag-given" : "customers.tag-taken",
    subjectId: tagId,
    after: { name, accountIds: changed.map((one) => one.accountId) },
  })
  return { changed: changed.length }
}
