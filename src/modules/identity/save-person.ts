import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { announceAct } from "./announce-act.ts"
import { identityRefusals } from "./errors.ts"
import { getPerson } from "./get-person.ts"
import { readPhone } from "./phone.ts"
import { people } from "./tables.ts"
import { tellSessionNews } from "./tell-session-news.ts"

export interface PersonChange {
  readonly personId: string
  readonly name: string
  /** As it was typed; empty for none. */
  readonly phone: string
  /** Where a number without its country's code is dialled. */
  readonly country: string
  readonly language: Language
}

/** Their own name, telephone and language; how an account is billed is the account's. */
export async function savePerson(ctx: Context, wish: PersonChange): Promise<void> {
  const { personId, name, language } = wish
  const before = await getPerson(ctx, personId)
  const phone = wish.phone === "" ? null : readPhone(wish.phone, wish.country)
  if (phone === undefined) identityRefusals.refuse("identity.phone_wrong", {}, { field: "phone" })
  const after = { name, phone: phone ?? null, language }
  const updatedAt = ctx.clock.now()
  await ctx.db
    .update(people)
    .set({ ...after, updatedAt })
    .where(eq(people.id, personId))
  await tellSessionNews(ctx, personId)
  await announceAct(ctx, {
    act: "identity.person-changed",
    subjectId: personId,
    before: { name: before.name, phone: before.phone, language: before.language },
    after,
  })
}
