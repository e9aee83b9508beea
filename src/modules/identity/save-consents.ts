import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { type ConsentPlace, type FreePurpose, factOf } from "./consent.ts"
import { consentsChanged } from "./events.ts"
import { type FreeConsents, getConsents } from "./get-consents.ts"
import { consentAsks, consents } from "./sign-in-tables.ts"

const fields = {
  "marketing-mail": "marketingMail",
  "marketing-sms": "marketingSms",
  "marketing-kakao": "marketingKakao",
  night: "night",
} as const satisfies Readonly<Record<FreePurpose, keyof FreeConsents>>

/**
 * Only what changed becomes a new fact, and where somebody was asked anew, what they said yes to as well; the result is
 * told by mail, as the law asks within fourteen days: of giving and of taking back alike.
 */
export async function saveConsents(
  ctx: Context,
  personId: string,
  wanted: FreeConsents,
  place: ConsentPlace = "portal",
): Promise<FreeConsents> {
  const before = await getConsents(ctx, personId)
  const at = ctx.clock.now()
  const answered = await ctx.db
    .update(consentAsks)
    .set({ closedAt: at })
    .where(and(eq(consentAsks.personId, personId), isNull(consentAsks.closedAt)))
    .returning({ id: consentAsks.id })
  const isAnswer = answered.length > 0
  const said = (Object.entries(fields) as [FreePurpose, keyof FreeConsents][]).filter(
    ([, field]) => before[field] !== wanted[field] || (isAnswer && wanted[field]),
  )
  if (said.length === 0) return before
  await ctx.db.insert(consents).values(
    said.map(([purpose, field]) => ({
      id: ctx.newId("con"),
      personId,
      ...factOf(purpose, wanted[field], place),
      at,
    })),
  )
  await announce(ctx, consentsChanged, { personId, at: at.toString(), ...wanted })
  return wanted
}
