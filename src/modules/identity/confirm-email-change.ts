import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Keyring } from "#kit/secrets.ts"
import { announceAct } from "./announce-act.ts"
import { endSessions } from "./end-sessions.ts"
import { identityRefusals } from "./errors.ts"
import { linkRequested } from "./events.ts"
import { getPerson } from "./get-person.ts"
import { linkLives } from "./link.ts"
import { setEmail } from "./set-email.ts"
import { links } from "./sign-in-tables.ts"
import { takeLink } from "./take-link.ts"

/**
 * The link in the mail to the new address, followed by the very person who asked for it: a stranger's wish is not granted
 * by a click in good faith. The old address is told, with a link that takes it back.
 */
export async function confirmEmailChange(
  ctx: Context,
  keyring: Keyring,
  wish: { readonly token: string; readonly personId: string; readonly sessionId: string },
): Promise<{ email: string }> {
  const { personId } = wish
  const link = await takeLink(ctx, keyring, { token: wish.token, kind: "change-email" })
  if (link.personId !== personId) {
    return identityRefusals.refuse("identity.link_over", {}, { because: "another person asked for it" })
  }
  const { email: before, language } = await getPerson(ctx, personId)
  await setEmail(ctx, { personId, email: link.email })
  await endLinksTo(ctx, before)
  await endSessions(ctx, { personId, keep: wish.sessionId })
  const id = ctx.newId("lnk")
  const createdAt = ctx.clock.now()
  const expiresAt = createdAt.add(linkLives["keep-email"])
  await ctx.db
    .insert(links)
    .values({ id, kind: "keep-email", email: before, language, personId, createdAt, expiresAt })
  await announce(ctx, linkRequested, { linkId: id })
  await announceAct(ctx, {
    act: "identity.email-changed",
    subjectId: personId,
    before: { email: before },
    after: { email: link.email },
  })
  return { email: link.email }
}

/** What was mailed to the old address and not used yet opens nothing of the person any more. */
async function endLinksTo(ctx: Context, email: string): Promise<void> {
  const kinds = ["reset-password", "sign-in", "change-email"] as const
  await ctx.db
    .update(links)
    .set({ usedAt: ctx.clock.now() })
    .where(and(eq(links.email, email), inArray(links.kind, [...kinds]), isNull(links.usedAt)))
}
