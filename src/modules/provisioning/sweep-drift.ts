import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { panels } from "./tables.ts"
import { comparePanelHead, startable } from "./work-heads.ts"

/** The nightly sweep: one comparison a panel and day, each in its panel's own queue. */
export async function sweepDrift(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const rows = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .where(eq(panels.state, "enabled"))
    .orderBy(panels.id)
    .limit(200)
  for (const { id: panelId } of rows) {
    const input = { panelId, day: day.toString() }
    await startWork(ctx, startable(comparePanelHead), input, { key: `${panelId}:${input.day}` })
  }
}
