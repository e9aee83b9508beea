import { and, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { identityRefusals } from "./errors.ts"
import { people } from "./tables.ts"

/** Only from a link that reached the address: so it is confirmed, and was nobody's before. */
export async function setEmail(
  ctx: Context,
  { personId, email }: { readonly personId: string; readonly email: string },
): Promise<void> {
  const taken = await ctx.db.$count(people, and(eq(people.email, email), ne(people.id, personId)))
  if (taken > 0) identityRefusals.refuse("identity.email_taken")
  const updatedAt = ctx.clock.now()
  await ctx.db.update(people).set({ email, emailVerified: true, updatedAt }).where(eq(people.id, personId))
}
