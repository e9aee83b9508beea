import { getDevice, getPerson, openNotMeLink } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { getSettings, linkTo } from "#tenancy"
import { sendMessage } from "./send-message.ts"
import { deviceSeen } from "./templates/device-seen.ts"

export async function mailDeviceSeen(
  ctx: Context,
  keyring: Keyring,
  fact: { readonly personId: string; readonly deviceId: string },
): Promise<void> {
  const person = await getPerson(ctx, fact.personId)
  const settings = await getSettings(ctx)
  const { words, address } = await getDevice(ctx, fact.deviceId)
  const token = await openNotMeLink(ctx, keyring, person)
  const at = ctx.clock
    .now()
    .toZonedDateTimeISO(settings.timeZone)
    .toLocaleString(person.language === "ko" ? "ko-KR" : "en-GB", { dateStyle: "long", timeStyle: "short" })
  await sendMessage(ctx, {
    template: deviceSeen,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `device-seen:${fact.deviceId}`,
    data: {
      name: person.name,
      shop: settings.name,
      device: words,
      address,
      at,
      link: linkTo(settings, person.language, `/not-me?token=${encodeURIComponent(token)}`),
    },
  })
}
