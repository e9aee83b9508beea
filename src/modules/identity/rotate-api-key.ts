import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { ApiKeyKind } from "./api-key.ts"
import { createApiKey } from "./create-api-key.ts"
import { identityRefusals } from "./errors.ts"
import { lockApiKey } from "./lock-api-key.ts"
import type { ApiKeyView } from "./queries.ts"
import { apiKeys } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

export interface RotationWish {
  readonly id: string
  readonly overlapHours: number
  readonly kind: ApiKeyKind
}

/** A successor with the same rights, limits and life; the old key goes on until the overlap is over, never longer than it would have. */
export async function rotateApiKey(
  ctx: Context,
  wish: RotationWish,
): Promise<{ key: ApiKeyView; secret: string }> {
  const old = await lockApiKey(ctx, wish.id)
  const now = ctx.clock.now()
  const end = old.expiresAt === null ? null : Temporal.Instant.from(old.expiresAt)
  const isOver = end !== null && Temporal.Instant.compare(end, now) <= 0
  if (old.revokedAt !== null || isOver) identityRefusals.refuse("identity.api_key_missing", { id: old.id })
  const life = end === null ? undefined : Temporal.Instant.from(old.createdAt).until(end).total("hours") / 24
  const made = await createApiKey(ctx, {
    accountId: old.accountId ?? undefined,
    name: old.name,
    scopes: old.scopes,
    networks: old.networks,
    kind: wish.kind,
    ...(life === undefined ? {} : { expiresInDays: Math.max(1, Math.round(life)) }),
  })
  const overlap = now.add({ hours: wish.overlapHours })
  const expiresAt = end !== null && Temporal.Instant.compare(end, overlap) < 0 ? end : overlap
  await ctx.db.update(apiKeys).set({ expiresAt }).where(eq(apiKeys.id, old.id))
  await tellSessionNews(ctx, old.makerId)
  return made
}
