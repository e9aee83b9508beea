import { getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import { getSettings, linkTo } from "#tenancy"
import { sendMessage } from "./send-message.ts"
import { consentsChangedMail } from "./templates/consents-changed.ts"

export interface ConsentsFact {
  readonly personId: string
  readonly at: string
  readonly marketingMail: boolean
  readonly marketingSms: boolean
  readonly marketingKakao?: boolean
  readonly night: boolean
}

export async function mailConsentsChanged(
  ctx: Context,
  fact: ConsentsFact,
  event: { readonly id: string },
): Promise<void> {
  const person = await getPerson(ctx, fact.personId)
  if (person.erasedAt) return
  const settings = await getSettings(ctx)
  const { marketingMail, marketingSms, marketingKakao = false, night } = fact
  await sendMessage(ctx, {
    template: consentsChangedMail,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `consents-changed:${event.id}`,
    data: {
      name: person.name,
      shop: settings.name,
      on: Temporal.Instant.from(fact.at).toZonedDateTimeISO(settings.timeZone).toPlainDate().toString(),
      marketingMail,
      marketingSms,
      marketingKakao,
      night,
      link: linkTo(settings, person.language, "/portal/privacy"),
    },
  })
}
