import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { contentRefusals } from "./errors.ts"
import { findFixedPage, kindOfFixed } from "./page.ts"
import type { PageRow } from "./queries.ts"
import { pages } from "./tables.ts"

/** Writers of one text take turns. A text that every shop has gets its row with the first word written in it. */
export async function lockPage(ctx: Context, id: string): Promise<PageRow> {
  const fixed = findFixedPage(id)
  if (fixed) {
    const row = { id, kind: kindOfFixed(fixed), slug: id, createdAt: ctx.clock.now() }
    await ctx.db.insert(pages).values(row).onConflictDoNothing()
  }
  const [row] = await ctx.db.select().from(pages).where(eq(pages.id, id)).limit(1).for("update")
  return row ?? contentRefusals.refuse("content.page_missing", { id })
}
