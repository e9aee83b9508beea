import { getConsents, getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import type { Keyring } from "#kit/secrets.ts"
import { getSettings, linkTo } from "#tenancy"
import { notificationRefusals } from "./errors.ts"
import type { RenderedMessage } from "./render-message.ts"
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
  return writeMessage(
    ctx,
    { template, to: { name: person.name, address: person.email }, language: person.language, data, key },
    {
      personId,
      unsubscribeUrl,
      adorn: (rendered) => adorn(rendered, { language: person.language, unsubscribeUrl, isMarked }),
    },
  )
}

const words: Readonly<Record<Language, { readonly why: string; readonly refuse: string }>> = {
  en: {
    why: "You get this because you agreed to news and offers by e-mail.",
    refuse: "No more of these (free of charge, no sign-in needed)",
  },
  ko: {
    why: "본 메일은 광고성 정보 이메일 수신에 동의하신 분께 발송됩니다.",
    refuse: "무료 수신거부(로그인 불필요)",
  },
}

/** Enforcement decree article 61: the subject begins with the mark; refusing is said at the end, in the reader's words. */
function adorn(
  { subject, text, html }: RenderedMessage,
  how: { readonly language: Language; readonly unsubscribeUrl: string; readonly isMarked: boolean },
): RenderedMessage {
  const { why, refuse } = words[how.language]
  const link = `<p style="font-size:13px">${why}<br><a href="${how.unsubscribeUrl}">${refuse}</a></p>`
  return {
    subject: how.isMarked ? `(광고) ${subject}` : subject,
    text: `${text.trimEnd()}\n\n${why}\n${refuse}: ${how.unsubscribeUrl}\n`,
    html: html.replace("</footer>", `${link}</footer>`),
  }
}
