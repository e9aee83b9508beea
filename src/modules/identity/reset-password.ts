import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import type { Keyring } from "#kit/secrets.ts"
import { endSessions } from "./end-sessions.ts"
import { identityRefusals } from "./errors.ts"
import { passwordChanged } from "./events.ts"
import { findPerson } from "./find-person.ts"
import { setPassword } from "./set-password.ts"
import { links } from "./sign-in-tables.ts"
import { people } from "./tables.ts"
import { takeLink } from "./take-link.ts"

/** By the link in the mail. Ends every session: whoever got in with the old password is out. */
export async function resetPassword(
  ctx: Context,
  keyring: Keyring,
  wish: { readonly token: string; readonly passwordHash: string },
): Promise<{ email: string }> {
  const link = await takeLink(ctx, keyring, { token: wish.token, kind: "reset-password" })
  const person = await findPerson(ctx, link.email)
  if (!person)
    return identityRefusals.refuse("identity.link_over", {}, { because: "nobody has this address" })
  await setPassword(ctx, { personId: person.id, passwordHash: wish.passwordHash })
  await ctx.db.update(people).set({ emailVerified: true }).where(eq(people.id, person.id))
  // Other reset links that are still on their way die with this one.
  await ctx.db
    .update(links)
    .set({ usedAt: ctx.clock.now() })
    .where(and(eq(links.email, link.email), eq(links.kind, "reset-password")))
  await endSessions(ctx, { personId: person.id })
  await announce(ctx, passwordChanged, { personId: person.id })
  return { email: person.email }
}
