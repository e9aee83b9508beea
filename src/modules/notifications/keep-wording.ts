import { sql } from "drizzle-orm"
import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { findWording } from "./find-wording.ts"
import { getTemplate, type TemplateView } from "./get-template.ts"
import { wordings } from "./tables.ts"
import type { TemplateWords } from "./template.ts"

export interface KeptWording {
  readonly id: string
  readonly language: Language
  /** Null: back to the house's words. */
  readonly words: TemplateWords | null
}

/** A further version, by whoever asks; the ones before it stay for the history. Writers of one mail take turns. */
export async function keepWording(ctx: Context, { id, language, words }: KeptWording): Promise<TemplateView> {
  await ctx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.tenant} ${id} ${language}`}, 4))`,
  )
  const before = await findWording(ctx, { template: id, language })
  if (JSON.stringify(before?.words ?? null) === JSON.stringify(words)) {
    return getTemplate(ctx, within(ctx.actor), id)
  }
  await ctx.db.insert(wordings).values({
    id: ctx.newId("wrd"),
    template: id,
    language,
    number: (before?.number ?? 0) + 1,
    words,
    writtenAt: ctx.clock.now(),
    writtenBy: actorId(ctx.actor),
  })
  await recordAudit(ctx, {
    act: words ? "notifications.words-saved" : "notifications.words-restored",
    subjectId: id,
    before: { language, words: before?.words ?? null },
    after: { language, words },
  })
  return getTemplate(ctx, within(ctx.actor), id)
}
