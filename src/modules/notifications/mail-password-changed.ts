import { getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import { getSettings, linkTo } from "#tenancy"
import { sendMessage } from "./send-message.ts"
import { passwordChangedMail } from "./templates/password-changed.ts"

export async function mailPasswordChanged(
  ctx: Context,
  fact: { readonly personId: string },
  event: { readonly id: string },
): Promise<void> {
  const person = await getPerson(ctx, fact.personId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: passwordChangedMail,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `password-changed:${event.id}`,
    data: {
      name: person.name,
      shop: settings.name,
      link: linkTo(settings, person.language, "/forgot-password"),
    },
  })
}
