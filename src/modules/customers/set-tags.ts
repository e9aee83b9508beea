import { and, eq, notInArray } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { getOpenAccount } from "./get-open-account.ts"
import { getTag, listTagIds } from "./queries.ts"
import { accountTags } from "./tables.ts"

/** These and no others. */
export async function setTags(
  ctx: Context,
  wish: { readonly accountId: string; readonly tagIds: readonly string[] },
): Promise<{ tagIds: string[] }> {
  const { id: accountId } = await getOpenAccount(ctx, wish.accountId)
  const reach = within(ctx.actor)
  const tagIds = [...new Set(wish.tagIds)].sort()
  for (const id of tagIds) await getTag(ctx, reach, id)
  const before = await listTagIds(ctx, reach, accountId)
  await ctx.db
    .delete(accountTags)
    .where(
      and(
        eq(accountTags.accountId, accountId),
        tagIds.length > 0 ? notInArray(accountTags.tagId, tagIds) : undefined,
      ),
    )
  if (tagIds.length > 0) {
    const rows = tagIds.map((tagId) => ({ id: ctx.newId("tgd"), accountId, tagId }))
    await ctx.db.insert(accountTags).values(rows).onConflictDoNothing()
  }
  await recordAudit(ctx, {
    act: "customers.tags-set",
    subjectId: accountId,
    accountId,
    before: { tagIds: before },
    after: { tagIds },
  })
  return { tagIds }
}
