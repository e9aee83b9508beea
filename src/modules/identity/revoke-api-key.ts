import { and, eq, isNull } from "drizzle-orm"
import { actorId, type Context, within } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { apiKeyRevoked } from "./events.ts"
import { lockApiKey } from "./lock-api-key.ts"
import { type ApiKeyView, getApiKey } from "./queries.ts"
import { apiKeys } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

/** Ends a key. Ending an ended one changes nothing and is no error. */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKeyView> {
  const reach = within(ctx.actor)
  const key = await lockApiKey(ctx, id)
  const ended = await ctx.db
    .update(apiKeys)
    .set({ revokedAt: ctx.clock.now() })
    .where(and(eq(apiKeys.id, key.id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id })
  if (ended.length > 0) {
    const { accountId } = key
    await tellSessionNews(ctx, key.makerId)
    await announce(ctx, apiKeyRevoked, { apiKeyId: id, accountId, personId: actorId(ctx.actor) })
  }
  return getApiKey(ctx, reach, id)
}
