import { getConsents, getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { getSettings, linkTo } from "#tenancy"
import { notificationRefusals } from "./errors.ts"
import { refusalWords } from "./refusal-words.ts"
import type { Template } from "./template.ts"
import { unsubscribeToken } from "./unsubscribe-token.ts"
import { writeMessage } from "./write-message.ts"

export interface AdvertisementWish<Data> {
  readonly template: Template<Data>
  readonly personId: string
  readonly data: NoInfer<Data>
  /** Once per key, whoever asks and however often. */
  readonly key: string
}

/**
 * The only way out for advertising: to somebody who agreed to mail, marked as the law wants it, with a way to refuse
 * that needs no sign-in. The night is seen to where it leaves (ask-leave.ts).
 */
export async function sendAdvertisement<Data>(
  ctx: Context,
  keyring: Keyring,
  { template, personId, data, key }: AdvertisementWish<Data>,
): Promise<{ messageId: string }> {
  if (template.class !== "advertising") throw new Error(`${template.name} is no advertising.`)
  const person = await getPerson(ctx, personId)
  const held = await getConsents(ctx, personId)
  if (person.erasedAt || !held.marketingMail) {
    notificationRefusals.refuse("notifications.consent_missing", { template: template.name, personId })
  }
  const settings = await getSettings(ctx)
  const token = encodeURIComponent(unsubscribeToken(keyring, ctx.tenant, personId))
  const unsubscribeUrl = linkTo(settings, person.language, `/unsubscribe?token=${token}`)
  const isMarked = person.language === "ko" || settings.seller.country === "KR"
  const { messageId } = await writeMessage(
    ctx,
    { template, to: { name: person.name, address: person.email }, language: person.language, data, key },
    {
      advertising: {
        personId,
        refusal: { ...refusalWords[person.language], url: unsubscribeUrl },
        mark: isMarked ? "(광고)" : null,
      },
    },
  )
  return { messageId }
}
