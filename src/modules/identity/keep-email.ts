import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { announceAct } from "./announce-act.ts"
import { getPerson } from "./get-person.ts"
import { putOut } from "./put-out.ts"
import { setEmail } from "./set-email.ts"
import { links } from "./sign-in-tables.ts"
import { takeLink } from "./take-link.ts"

/** Somebody else changed the address: the old one holds again, everybody is out, and the password opens nothing any more. */
export async function keepEmail(ctx: Context, keyring: Keyring, token: string): Promise<{ done: true }> {
  const link = await takeLink(ctx, keyring, { token, kind: "keep-email" })
  const personId = link.personId ?? ""
  const { email: before } = await getPerson(ctx, personId)
  await setEmail(ctx, { personId, email: link.email })
  // Whoever changed it must not find another link of theirs still open.
  await ctx.db
    .update(links)
    .set({ usedAt: ctx.clock.now() })
    .where(and(eq(links.personId, personId), isNull(links.usedAt)))
  await putOut(ctx, personId)
  await announceAct(ctx, {
    act: "identity.email-kept",
    subjectId: personId,
    before: { email: before },
    after: { email: link.email },
  })
  return { done: true }
}
