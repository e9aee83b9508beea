import { and, desc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { wordings } from "./tables.ts"
import type { TemplateWords } from "./template.ts"

export interface Wording {
  readonly id: string
  readonly number: number
  /** Null: back to the house's words. */
  readonly words: TemplateWords | null
}

/** The newest of the shop's own words for a template, whoever the mail is written for. */
export async function findWording(
  ctx: Context,
  { template, language }: { readonly template: string; readonly language: Language },
): Promise<Wording | undefined> {
  const [row] = await ctx.db
    .select({ id: wordings.id, number: wordings.number, words: wordings.words })
    .from(wordings)
    .where(and(eq(wordings.template, template), eq(wordings.language, language)))
    .orderBy(desc(wordings.number))
    .limit(1)
  return row
}
