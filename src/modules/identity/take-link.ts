import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { identityRefusals } from "./errors.ts"
import { type LinkKind, readLinkToken } from "./link.ts"
import { links } from "./sign-in-tables.ts"

/** Uses a link up. Made by somebody else, used before or too old: one answer, because the way on is the same. */
export async function takeLink(
  ctx: Context,
  keyring: Keyring,
  wanted: { readonly token: string; readonly kind: LinkKind },
): Promise<typeof links.$inferSelect> {
  const id = readLinkToken(keyring, wanted.token, { tenant: ctx.tenant, kind: wanted.kind })
  if (!id) return identityRefusals.refuse("identity.link_over", {}, { because: "not a token of ours" })
  // Locked: two clicks at once must not both find it unused.
  const [link] = await ctx.db.select().from(links).where(eq(links.id, id)).limit(1).for("update")
  const now = ctx.clock.now()
  const isOver = !link || link.usedAt !== null || Temporal.Instant.compare(link.expiresAt, now) <= 0
  if (isOver || link.kind !== wanted.kind) {
    return identityRefusals.refuse("identity.link_over", { linkId: id }, { because: "used, expired or gone" })
  }
  await ctx.db.update(links).set({ usedAt: now }).where(eq(links.id, id))
  return link
}
