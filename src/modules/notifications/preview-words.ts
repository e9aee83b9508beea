import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { getSettings, linkTo } from "#tenancy"
import { brandOf } from "./brand-of.ts"
import { checkWords } from "./check-words.ts"
import { notificationRefusals } from "./errors.ts"
import { findTemplate } from "./find-template.ts"
import { refusalWords } from "./refusal-words.ts"
import { refuseFault } from "./refuse-fault.ts"
import { renderMessage } from "./render-message.ts"
import type { TemplateWords } from "./template.ts"

export interface WordsOnTrial {
  readonly id: string
  readonly language: Language
  /** Which of its samples, counted from 0. */
  readonly sample: number
  readonly words: TemplateWords
}

/** How words would look if they went out now: with a sample, and with the shop's own colour, logo and foot. */
export async function previewWords(
  ctx: Context,
  { id, language, sample, words }: WordsOnTrial,
): Promise<{ subject: string; text: string; html: string }> {
  const template = findTemplate(id) ?? notificationRefusals.refuse("notifications.template_missing", { id })
  refuseFault(checkWords(template, language, words))
  const settings = await getSettings(ctx)
  const isAdvertising = template.class === "advertising"
  const url = linkTo(settings, language, "/unsubscribe")
  const { subject, text, html } = renderMessage(template, {
    language,
    data: template.samples[language][sample] ?? template.samples[language][0],
    brand: brandOf(settings, language),
    words,
    ...(isAdvertising ? { refusal: { ...refusalWords[language], url } } : {}),
  })
  return { subject, text, html }
}
