import { and, eq, isNotNull, ne, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { passkeys } from "./sign-in-tables.ts"
import { signInMethods } from "./tables.ts"

/** By how many doors a person could come in: a password, each passkey, each connected house. */
export async function countWaysIn(ctx: Context, personId: string): Promise<number> {
  const isUsable = or(isNotNull(signInMethods.password), ne(signInMethods.providerId, "credential"))
  return (
    (await ctx.db.$count(signInMethods, and(eq(signInMethods.userId, personId), isUsable))) +
    (await ctx.db.$count(passkeys, eq(passkeys.personId, personId)))
  )
}
