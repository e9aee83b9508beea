import { eq, inArray, or } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { endSessions } from "./end-sessions.ts"
import { links, passkeys, recoveryCodes, secondFactors } from "./sign-in-tables.ts"
import { accounts, apiKeys, people, signInMethods } from "./tables.ts"

/** Whoever is being forgotten comes in no more, by no way, and neither do machines in their name. */
export async function closeDoors(
  ctx: Context,
  { personId, accountIds }: { readonly personId: string; readonly accountIds: readonly string[] },
): Promise<void> {
  const erasedAt = ctx.clock.now()
  await ctx.db.update(people).set({ erasedAt }).where(eq(people.id, personId))
  await ctx.db
    .update(accounts)
    .set({ erasedAt })
    .where(inArray(accounts.id, [...accountIds]))
  await ctx.db.delete(signInMethods).where(eq(signInMethods.userId, personId))
  for (const door of [passkeys, secondFactors, recoveryCodes, links] as const) {
    await ctx.db.delete(door).where(eq(door.personId, personId))
  }
  await ctx.db
    .delete(apiKeys)
    .where(or(eq(apiKeys.personId, personId), inArray(apiKeys.accountId, [...accountIds])))
  await endSessions(ctx, { personId })
}
