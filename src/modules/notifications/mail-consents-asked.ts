import { getConsentRule, getConsents, getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import { getSettings, linkTo } from "#tenancy"
import { sendMessage } from "./send-message.ts"
import { consentsAskedMail } from "./templates/consents-asked.ts"

export async function mailConsentsAsked(
  ctx: Context,
  { personId, askId }: { readonly personId: string; readonly askId: string },
): Promise<void> {
  const person = await getPerson(ctx, personId)
  if (person.erasedAt) return
  const settings = await getSettings(ctx)
  const rule = await getConsentRule(ctx)
  const by = ctx.clock.now().toZonedDateTimeISO(settings.timeZone).add({ days: rule.answerDays })
  await sendMessage(ctx, {
    template: consentsAskedMail,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `consents-asked:${askId}`,
    data: {
      name: person.name,
      shop: settings.name,
      by: by.toPlainDate().toString(),
      isKept: rule.unanswered === "kept",
      ...(await getConsents(ctx, personId)),
      link: linkTo(settings, person.language, "/portal/privacy"),
    },
  })
}
