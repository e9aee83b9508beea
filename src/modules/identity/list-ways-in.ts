import { and, asc, eq, ne } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { signInMethods } from "./tables.ts"

export interface WayIn {
  readonly id: string
  readonly providerId: string
  readonly since: string
}

/** The houses elsewhere by which one person comes in. */
export async function listWaysIn(ctx: Context, personId: string): Promise<WayIn[]> {
  const rows = await ctx.db
    .select({
      id: signInMethods.id,
      providerId: signInMethods.providerId,
      createdAt: signInMethods.createdAt,
    })
    .from(signInMethods)
    .where(and(eq(signInMethods.userId, personId), ne(signInMethods.providerId, "credential")))
    .orderBy(asc(signInMethods.createdAt))
    .limit(50)
  return rows.map(({ id, providerId, createdAt }) => ({ id, providerId, since: createdAt.toString() }))
}
