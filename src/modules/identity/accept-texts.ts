import type { Context } from "#kit/context.ts"
import { factOf } from "./consent.ts"
import { getPerson } from "./get-person.ts"
import { listPendingTexts } from "./list-pending-texts.ts"
import { consents } from "./sign-in-tables.ts"

/** Whatever is new since they last agreed, each as a fact of its own, to the version that stands now. */
export async function acceptTexts(ctx: Context, personId: string): Promise<void> {
  await getPerson(ctx, personId)
  const pending = await listPendingTexts(ctx, personId)
  if (pending.length === 0) return
  await ctx.db.insert(consents).values(
    pending.map(({ purpose, version }) => ({
      id: ctx.newId("con"),
      personId,
      ...factOf(purpose, true, "portal", version),
      at: ctx.clock.now(),
    })),
  )
}
