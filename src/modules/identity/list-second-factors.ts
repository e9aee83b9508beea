import { and, inArray } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { signInMethods } from "./tables.ts"

/** The kinds of sign-in method that count as a second factor, by the name the table knows them under. */
const secondFactors = ["passkey", "totp"]
const MOST_PEOPLE = 500

/** Who of these people has a second factor. */
export async function listSecondFactors(
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await ctx.db
    .selectDistinct({ personId: signInMethods.userId })
    .from(signInMethods)
    .where(
      and(inArray(signInMethods.userId, [...personIds]), inArray(signInMethods.providerId, secondFactors)),
    )
    .limit(MOST_PEOPLE)
  return new Set(rows.map((row) => row.personId))
}
