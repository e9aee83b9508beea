import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context } from "#kit/context.ts"
import { contentRefusals } from "./errors.ts"
import { getPage } from "./get-page.ts"
import { lockPage } from "./lock-page.ts"
import { pages } from "./tables.ts"

/** Off the shop; its versions stay, and publishing it again brings it back. */
export async function withdrawPage(ctx: Context, id: string) {
  const page = await lockPage(ctx, id)
  if (page.kind === "legal" || page.kind === "about") contentRefusals.refuse("content.stays", { id })
  if (page.withdrawnAt === null) {
    await ctx.db.update(pages).set({ withdrawnAt: ctx.clock.now() }).where(eq(pages.id, id))
    await recordAudit(ctx, { act: "content.page-withdrawn", subjectId: id })
  }
  return getPage(ctx, id)
}
