import { type Context, within } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { checkWords } from "./check-words.ts"
import { notificationRefusals } from "./errors.ts"
import { findTemplate } from "./find-template.ts"
import { getTemplate, type TemplateView } from "./get-template.ts"
import { keepWording } from "./keep-wording.ts"
import { refuseFault } from "./refuse-fault.ts"
import type { TemplateWords } from "./template.ts"

/** The shop's own words, once they were tried with every sample; from the next mail on they go out. */
export async function saveWording(
  ctx: Context,
  {
    id,
    language,
    words,
  }: { readonly id: string; readonly language: Language; readonly words: TemplateWords },
): Promise<TemplateView> {
  const template = findTemplate(id) ?? notificationRefusals.refuse("notifications.template_missing", { id })
  refuseFault(checkWords(template, language, words))
  const { house } = await getTemplate(ctx, within(ctx.actor), id)
  const isHouse = (["subject", "text", "html"] as const).every(
    (field) => plain(words[field]) === plain(house[language][field]),
  )
  return keepWording(ctx, { id, language, words: isHouse ? null : words })
}

/** A browser sends line breaks of its own, and spaces at the ends say nothing. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n").trim()
}
