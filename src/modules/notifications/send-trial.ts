import { recordAudit } from "#audit"
import { getPerson, listPersonNames } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { getSettings, linkTo } from "#tenancy"
import { checkWords } from "./check-words.ts"
import { notificationRefusals } from "./errors.ts"
import { findTemplate } from "./find-template.ts"
import type { WordsOnTrial } from "./preview-words.ts"
import { refusalWords } from "./refusal-words.ts"
import { refuseFault } from "./refuse-fault.ts"
import { writeMessage } from "./write-message.ts"

const marks: Readonly<Record<Language, string>> = { en: "[Trial]", ko: "[시험]" }

/** Words as they stand in the editor, with a sample, to whoever is writing them and nobody else. */
export async function sendTrial(
  ctx: Context,
  { id, language, sample, words }: WordsOnTrial,
): Promise<{ sentTo: string }> {
  const template = findTemplate(id) ?? notificationRefusals.refuse("notifications.template_missing", { id })
  const personId = ctx.actor.kind === "staff" ? ctx.actor.personId : undefined
  const isHere = personId !== undefined && (await listPersonNames(ctx, [personId])).has(personId)
  if (!isHere) return notificationRefusals.refuse("notifications.staff_only")
  refuseFault(checkWords(template, language, words))
  const { name, email } = await getPerson(ctx, personId)
  const url = linkTo(await getSettings(ctx), language, "/unsubscribe")
  const refusal = template.class === "advertising" ? { ...refusalWords[language], url } : undefined
  const wish = {
    template,
    to: { name, address: email },
    language,
    data: template.samples[language][sample] ?? template.samples[language][0],
    key: `trial:${ctx.newId("trl")}`,
  }
  await writeMessage(ctx, wish, {
    trial: { words, mark: marks[language], ...(refusal ? { refusal } : {}) },
  })
  await recordAudit(ctx, { act: "notifications.trial-sent", subjectId: id, after: { language } })
  return { sentTo: email }
}
