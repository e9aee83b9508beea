import type { z } from "zod"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { getTag } from "./queries.ts"
import { tags } from "./tables.ts"
import { keyOfName, MOST_TAGS, type TagWish } from "./tag.ts"
import type { tagShape } from "./tag-contract.ts"

export async function createTag(ctx: Context, wish: TagWish): Promise<z.infer<typeof tagShape>> {
  if ((await ctx.db.$count(tags)) >= MOST_TAGS) {
    customerRefusals.refuse("customers.too_many_tags", { limit: MOST_TAGS })
  }
  const { name, color } = wish
  const id = ctx.newId("tag")
  const made = await ctx.db
    .insert(tags)
    .values({ id, name, nameKey: keyOfName(name), color, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ id: tags.id })
  if (made.length === 0) customerRefusals.refuse("customers.tag_taken", {}, { field: "name" })
  await recordAudit(ctx, { act: "customers.tag-created", subjectId: id, after: { name, color } })
  return getTag(ctx, within(ctx.actor), id)
}
