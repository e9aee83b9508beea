import { and, eq, gt, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { findPerson } from "./find-person.ts"
import { readLinkToken } from "./link.ts"
import { links, signUps } from "./sign-in-tables.ts"

/**
 * What whoever asked for the account chose as its password, as long as nobody has the address. The mail shows that the
 * address is theirs; only the password shows that it was they who asked. Without it a stranger could ask in somebody's
 * name, wait for a click in good faith, and come in with the password the stranger chose.
 */
export async function findAskedPassword(
  ctx: Context,
  keyring: Keyring,
  token: string,
): Promise<string | undefined> {
  const id = readLinkToken(keyring, token, { tenant: ctx.tenant, kind: "confirm-address" })
  const [asked] = await ctx.db
    .select({ email: signUps.email, passwordHash: signUps.passwordHash })
    .from(links)
    .innerJoin(signUps, eq(signUps.id, links.signUpId))
    .where(and(eq(links.id, id ?? ""), isNull(links.usedAt), gt(links.expiresAt, ctx.clock.now())))
    .limit(1)
  if (!asked || (await findPerson(ctx, asked.email))) return undefined
  return asked.passwordHash
}
