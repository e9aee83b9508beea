import { desc, isNotNull } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { templates } from "./catalogue.ts"
import type { templateItemShape } from "./contract.ts"
import { wordings } from "./tables.ts"

const languages = ["en", "ko"] as const satisfies readonly Language[]

/** All there are, whether or not the shop has said anything about them. */
export async function listTemplates(
  ctx: Context,
  reach: Reach,
): Promise<z.infer<typeof templateItemShape>[]> {
  const newest =
    reach.kind === "all"
      ? await ctx.db
          .selectDistinctOn([wordings.template, wordings.language], {
            template: wordings.template,
            language: wordings.language,
            isOwn: isNotNull(wordings.words),
          })
          .from(wordings)
          .orderBy(wordings.template, wordings.language, desc(wordings.number))
          .limit(templates.length * languages.length)
      : []
  const isOwn = (template: string, language: Language) =>
    newest.some((one) => one.template === template && one.language === language && one.isOwn)
  return templates.map(({ name, title, when, class: kind }) => ({
    id: name,
    title,
    when,
    class: kind,
    own: languages.filter((language) => isOwn(name, language)),
  }))
}
