import { getPerson, openNotMeLink, type SecurityChange } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { getSettings, linkTo } from "#tenancy"
import { sendMessage } from "./send-message.ts"
import { securityChange } from "./templates/security-change.ts"

export async function mailSecurityChange(
  ctx: Context,
  keyring: Keyring,
  fact: { readonly personId: string; readonly change: SecurityChange; readonly eventId: string },
): Promise<void> {
  const person = await getPerson(ctx, fact.personId)
  const settings = await getSettings(ctx)
  const token = await openNotMeLink(ctx, keyring, person)
  await sendMessage(ctx, {
    template: securityChange,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `security-change:${fact.eventId}`,
    data: {
      name: person.name,
      shop: settings.name,
      change: fact.change,
      link: linkTo(settings, person.language, `/not-me?token=${encodeURIComponent(token)}`),
    },
  })
}
