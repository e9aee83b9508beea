import { and, eq, ne } from "drizzle-orm"
import type { z } from "zod"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { getTag } from "./queries.ts"
import { tags } from "./tables.ts"
import { keyOfName, type TagWish } from "./tag.ts"
import type { tagShape } from "./tag-contract.ts"

export async function saveTag(
  ctx: Context,
  { id, name, color }: TagWish & { readonly id: string },
): Promise<z.infer<typeof tagShape>> {
  const before = await getTag(ctx, within(ctx.actor), id)
  const nameKey = keyOfName(name)
  const taken = await ctx.db.$count(tags, and(eq(tags.nameKey, nameKey), ne(tags.id, id)))
  if (taken > 0) customerRefusals.refuse("customers.tag_taken", {}, { field: "name" })
  await ctx.db.update(tags).set({ name, nameKey, color }).where(eq(tags.id, id))
  await recordAudit(ctx, {
    act: "customers.tag-saved",
    subjectId: id,
    before: { name: before.name, color: before.color },
    after: { name, color },
  })
  return { ...before, name, color }
}
