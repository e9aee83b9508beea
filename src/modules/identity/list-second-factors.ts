import { and, inArray, isNotNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { passkeys, secondFactors } from "./sign-in-tables.ts"

/** A passkey proves possession and person at once, so it counts as much as a code. */
export async function listSecondFactors(
  ctx: Context,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const [codes, keys] = [
    await ctx.db
      .select({ personId: secondFactors.personId })
      .from(secondFactors)
      .where(and(inArray(secondFactors.personId, [...personIds]), isNotNull(secondFactors.confirmedAt)))
      .limit(personIds.length),
    await ctx.db
      .selectDistinct({ personId: passkeys.personId })
      .from(passkeys)
      .where(inArray(passkeys.personId, [...personIds]))
      .limit(personIds.length),
  ]
  return new Set([...codes, ...keys].map((row) => row.personId))
}
