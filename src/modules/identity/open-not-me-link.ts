import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import type { PersonRow } from "./find-person.ts"
import { linkLives, makeLinkToken } from "./link.ts"
import { links } from "./sign-in-tables.ts"

/** The secret for "this wasn't me", in a mail that is being written anyway. */
export async function openNotMeLink(
  ctx: Context,
  keyring: Keyring,
  person: Pick<PersonRow, "id" | "email" | "language">,
): Promise<string> {
  const id = ctx.newId("lnk")
  const createdAt = ctx.clock.now()
  await ctx.db.insert(links).values({
    id,
    kind: "not-me",
    email: person.email,
    language: person.language,
    personId: person.id,
    createdAt,
    expiresAt: createdAt.add(linkLives["not-me"]),
  })
  return makeLinkToken(keyring, { tenant: ctx.tenant, kind: "not-me", id })
}
