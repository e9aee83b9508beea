import { eq } from "drizzle-orm"
import { arrive } from "./arrive.ts"
import { identityRefusals } from "./errors.ts"
import { findPerson } from "./find-person.ts"
import { findPolicy } from "./find-policy.ts"
import { actAt, type CameIn, type SignInDeps, type SignInSite } from "./sign-in-house.ts"
import { people } from "./tables.ts"
import { takeLink } from "./take-link.ts"

/** Where the tenant allows it: whoever reads the mailbox is its owner. A second factor is asked for all the same. */
export async function signInByLink(deps: SignInDeps, site: SignInSite, token: string): Promise<CameIn> {
  const person = await actAt(deps, site, async (ctx) => {
    const { allowsMagicLinks } = await findPolicy(ctx)
    if (!allowsMagicLinks) identityRefusals.refuse("identity.link_over", {}, { because: "switched off" })
    const link = await takeLink(ctx, deps.keyring, { token, kind: "sign-in" })
    const found = await findPerson(ctx, link.email)
    if (!found)
      return identityRefusals.refuse("identity.link_over", {}, { because: "nobody has this address" })
    await ctx.db.update(people).set({ emailVerified: true }).where(eq(people.id, found.id))
    return found
  })
  return arrive(deps, site, { personId: person.id, email: person.email, way: "link" })
}
