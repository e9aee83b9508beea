import { and, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { people, signInMethods } from "./tables.ts"

export interface OutsideName {
  /** Of the house outside, as this shop knows it. */
  readonly providerId: string
  /** The person's own id there: an address may change hands, this doesn't. */
  readonly subject: string
}

/** Who comes in by this name of another house, if anybody does. */
export async function findWayIn(
  ctx: Context,
  { providerId, subject }: OutsideName,
): Promise<{ personId: string; email: string } | undefined> {
  const [row] = await ctx.db
    .select({ personId: people.id, email: people.email })
    .from(signInMethods)
    .innerJoin(people, and(eq(people.tenantId, signInMethods.tenantId), eq(people.id, signInMethods.userId)))
    .where(and(eq(signInMethods.providerId, providerId), eq(signInMethods.accountId, subject)))
    .limit(1)
  return row
}
