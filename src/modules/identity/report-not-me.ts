import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { endSessions } from "./end-sessions.ts"
import { getPerson } from "./get-person.ts"
import { requestLink } from "./request-link.ts"
import { devices } from "./sign-in-tables.ts"
import { signInMethods } from "./tables.ts"
import { takeLink } from "./take-link.ts"

/** Somebody else was in: everybody is out, no browser is spared anything, and the password opens nothing any more. */
export async function reportNotMe(ctx: Context, keyring: Keyring, token: string): Promise<{ done: true }> {
  const link = await takeLink(ctx, keyring, { token, kind: "not-me" })
  const personId = link.personId ?? ""
  const person = await getPerson(ctx, personId)
  await ctx.db
    .update(signInMethods)
    .set({ password: null })
    .where(and(eq(signInMethods.userId, personId), eq(signInMethods.providerId, "credential")))
  await ctx.db.delete(devices).where(eq(devices.personId, personId))
  await endSessions(ctx, { personId })
  await requestLink(ctx, { kind: "reset-password", email: person.email, language: person.language, personId })
  return { done: true }
}
