import { and, eq, isNull } from "drizzle-orm"
import { announceAct } from "#identity"
import { type Context, within } from "#kit/context.ts"
import { endFamilies } from "./end-families.ts"
import { oauthRefusals } from "./errors.ts"
import { type ClientView, getClientView } from "./queries.ts"
import { clients } from "./tables.ts"

/** It signs nobody in any more, and nothing it was given is good. Ending an ended one changes nothing. */
export async function endClient(ctx: Context, id: string): Promise<ClientView> {
  const reach = within(ctx.actor)
  if (reach.kind !== "all") oauthRefusals.refuse("oauth.client_missing", { id })
  const ended = await ctx.db
    .update(clients)
    .set({ endedAt: ctx.clock.now() })
    .where(and(eq(clients.id, id), isNull(clients.endedAt)))
    .returning({ id: clients.id })
  if (ended.length > 0) {
    await endFamilies(ctx, { clientId: id }, "client-ended")
    await announceAct(ctx, { act: "oauth.client-ended", subjectId: id })
  }
  return getClientView(ctx, reach, id)
}
