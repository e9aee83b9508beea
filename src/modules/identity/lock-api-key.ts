import { and, eq } from "drizzle-orm"
import { actorId, type Context, within } from "#kit/context.ts"
import { identityRefusals } from "./errors.ts"
import { permissionsIn } from "./held-permissions.ts"
import { type ApiKeyView, getApiKey } from "./queries.ts"
import { apiKeys } from "./tables.ts"

/** A key the caller may end or replace: their own, or any of an account whose members they manage. */
export async function lockApiKey(ctx: Context, id: string): Promise<ApiKeyView> {
  const key = await getApiKey(ctx, within(ctx.actor), id)
  const isOwn = key.makerId === actorId(ctx.actor)
  const manages =
    key.accountId === null
      ? ctx.actor.permissions.has("identity.staff.write")
      : permissionsIn(ctx.actor, key.accountId).has("identity.members.write")
  if (!isOwn && !manages) identityRefusals.refuse("identity.api_key_missing", { id })
  await ctx.db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id)))
    .limit(1)
    .for("update")
  return getApiKey(ctx, within(ctx.actor), id)
}
