import { and, eq, inArray, lte } from "drizzle-orm"
import { getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Obstacle, PersonalDataHolder } from "#kit/personal-data/define.ts"
import { startWork } from "#kit/work/start-work.ts"
import { erasureHeld, sendMessage } from "#notifications"
import { getSettings, linkTo } from "#tenancy"
import { listObstacles } from "./list-obstacles.ts"
import type { ErasureRow } from "./queries.ts"
import { erasures } from "./tables.ts"
import { erasePersonHead, startable } from "./work-heads.ts"

/** Each starts a work of some fifty short steps. */
const MOST_AT_ONCE = 50

/** Wishes whose days are over: begun, or held while something stands against them, and then looked at again. */
export async function playErasures(ctx: Context, holders: readonly PersonalDataHolder[]): Promise<void> {
  const due = await ctx.db
    .select()
    .from(erasures)
    .where(and(inArray(erasures.state, ["waiting", "held"]), lte(erasures.dueAt, ctx.clock.now())))
    .orderBy(erasures.dueAt)
    .limit(MOST_AT_ONCE)
    .for("update", { skipLocked: true })
  for (const row of due) {
    const obstacles = await listObstacles(ctx, holders, row.personId)
    if (obstacles.length > 0) await hold(ctx, row, obstacles)
    else await begin(ctx, row)
  }
}

async function begin(ctx: Context, row: ErasureRow): Promise<void> {
  await ctx.db.update(erasures).set({ state: "erasing", obstacles: [] }).where(eq(erasures.id, row.id))
  await startWork(ctx, startable(erasePersonHead), { erasureId: row.id }, { key: row.id })
}

/** Told once, not every hour. */
async function hold(ctx: Context, row: ErasureRow, obstacles: readonly Obstacle[]): Promise<void> {
  // Looked at again tomorrow: held ones must not keep the others from their turn.
  const dueAt = ctx.clock.now().add({ hours: 24 })
  await ctx.db.update(erasures).set({ state: "held", obstacles, dueAt }).where(eq(erasures.id, row.id))
  if (row.state === "held") return
  const person = await getPerson(ctx, row.personId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: erasureHeld,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `erasure-held:${row.id}`,
    data: {
      name: person.name,
      shop: settings.name,
      obstacles: obstacles.map(({ name }) => name),
      link: linkTo(settings, person.language, "/portal/privacy"),
    },
  })
}
