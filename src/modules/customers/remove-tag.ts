import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { getTag } from "./queries.ts"
import { tags } from "./tables.ts"

/** From everybody who carries it: the database's own cascade does that. */
export async function removeTag(ctx: Context, id: string): Promise<{ id: string }> {
  const { name, color, customers } = await getTag(ctx, within(ctx.actor), id)
  await ctx.db.delete(tags).where(eq(tags.id, id))
  await recordAudit(ctx, { act: "customers.tag-removed", subjectId: id, before: { name, color, customers } })
  return { id }
}
