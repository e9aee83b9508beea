import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type FreePurpose, factOf } from "./consent.ts"
import { consentsChanged } from "./events.ts"
import { type FreeConsents, getConsents } from "./get-consents.ts"
import { consents } from "./sign-in-tables.ts"

/** Only what changed becomes a new fact; the result is told by mail, as the law asks within fourteen days. */
export async function saveConsents(
  ctx: Context,
  personId: string,
  wanted: FreeConsents,
): Promise<FreeConsents> {
  const before = await getConsents(ctx, personId)
  const changes: [FreePurpose, boolean][] = []
  if (before.marketingMail !== wanted.marketingMail) changes.push(["marketing-mail", wanted.marketingMail])
  if (before.marketingSms !== wanted.marketingSms) changes.push(["marketing-sms", wanted.marketingSms])
  if (before.night !== wanted.night) changes.push(["night", wanted.night])
  if (changes.length === 0) return before
  const at = ctx.clock.now()
  await ctx.db.insert(consents).values(
    changes.map(([purpose, isGiven]) => ({
      id: ctx.newId("con"),
      personId,
      ...factOf(purpose, isGiven),
      at,
    })),
  )
  await announce(ctx, consentsChanged, { personId, at: at.toString(), ...wanted })
  return wanted
}
