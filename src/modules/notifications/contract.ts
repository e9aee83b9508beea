import { z } from "zod"
import { contract, idText, instantText, pageOf, spanPageInput } from "#kit/contract.ts"

/** queued: waiting · sending: handed over, or on its way · sent: the mail server took it · failed: a person's. */
export const messageStates = ["queued", "sending", "sent", "failed"] as const
/** One class a template: what law and consent ask of it differs (advertising needs consent, (광고), quiet hours). */
export const messageClasses = ["transactional", "legal", "advertising"] as const

/** What people choose by: news is a consent of its own (identity), the others are part of the contract. */
export const messageKinds = ["billing", "service", "security", "news"] as const
export const choosableKinds = ["billing", "service"] as const
/** A text message or a Kakao notice would be a further one: choices are kept for each. */
export const messageChannels = ["mail"] as const

const preferenceShape = z.object({
  kind: z.enum(messageKinds),
  channel: z.enum(messageChannels),
  isOn: z.boolean(),
  /** Law, contract or the member's role leave no choice, and this says why. */
  fixedBecause: z.string().nullable(),
})

export const memberPreferencesShape = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  /** Mails about the account go to this person first of all. */
  isHolder: z.boolean(),
  preferences: z.array(preferenceShape),
})

export const ownPreferencesShape = z.object({
  accountId: z.string(),
  accountName: z.string(),
  isHolder: z.boolean(),
  preferences: z.array(preferenceShape),
})

const languageShape = z.enum(["en", "ko"])
const sayShape = z.object({ en: z.string(), ko: z.string() })

/** In Liquid, with a word for each case: what comes of it is far shorter. */
export const wordsInput = z.object({
  subject: z.string().trim().min(1).max(2_000),
  text: z.string().min(1).max(20_000),
  html: z.string().min(1).max(40_000),
})

export const templateItemShape = z.object({
  id: z.string(),
  title: sayShape,
  when: sayShape,
  class: z.enum(messageClasses),
  /** In which languages the shop says it in words of its own. */
  own: z.array(languageShape),
})

export const valueShape = z.object({
  name: z.string(),
  kind: z.enum(["text", "link", "day", "amount", "yes_no", "choice", "list"]),
  /** How it is written in Liquid, ready to be put in. */
  usage: z.string(),
  /** Opens something by itself: the mail is for it, so words without it are refused. */
  isSecret: z.boolean(),
})

export const wordingShape = z.object({
  id: z.string(),
  language: languageShape,
  number: z.number().int(),
  /** Null: back to the house's words. */
  words: wordsInput.nullable(),
  writtenAt: instantText,
  writtenBy: z.string(),
})

export const templateShape = templateItemShape.extend({
  values: z.array(valueShape),
  sampleCount: z.number().int(),
  house: z.object({ en: wordsInput, ko: wordsInput }),
  /** What goes out now. */
  words: z.object({ en: wordsInput, ko: wordsInput }),
  /** The newest first. */
  history: z.array(wordingShape),
  /** Saved words that were tried, and failed all the same when a mail was written: the house's went out. */
  failures: z.array(
    z.object({ messageId: z.string(), language: languageShape, why: z.string(), at: instantText }),
  ),
})

const trialInput = z.object({
  id: idText,
  language: languageShape,
  /** Which of its samples, counted from 0. */
  sample: z.coerce.number().int().min(0).max(20).default(0),
  words: wordsInput,
})

export const messageItemShape = z.object({
  id: z.string(),
  template: z.string(),
  title: sayShape,
  state: z.enum(messageStates),
  subject: z.string(),
  to: z.string(),
  toName: z.string(),
  language: languageShape,
  attempts: z.number().int(),
  createdAt: instantText,
  sentAt: instantText.nullable(),
})

export const messageShape = messageItemShape.extend({
  class: z.enum(messageClasses),
  from: z.string(),
  replyTo: z.string().nullable(),
  /** Without what opens something by itself: that is its reader's alone. */
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), bytes: z.number().int() })),
  /** The mail server's own words, or why it did not go. */
  outcome: z.string().nullable(),
  /** Why the house's words went out in place of the shop's. */
  warning: z.string().nullable(),
  can: z.object({ resend: z.boolean() }),
})

export const messageFilter = z.object({
  state: z.enum(messageStates).optional(),
  template: z.string().max(48).optional(),
  /** The beginning of the address it went to. */
  to: z.string().trim().max(254).optional(),
  /** Any part of the subject, among the newest 10,000 mails. */
  subject: z.string().trim().max(120).optional(),
})

const tags = ["notifications"]
const one = z.object({ id: idText })

export const notificationsContract = {
  preferences: {
    own: contract
      .route({
        method: "GET",
        path: "/notification-preferences",
        tags,
        summary: "Which messages the caller gets, account by account, and which can't be switched off",
      })
      .output(z.object({ items: z.array(ownPreferencesShape) })),
    save: contract
      .route({
        method: "PUT",
        path: "/notification-preferences",
        tags,
        summary: "Switch a kind of message on or off for oneself, in one account",
      })
      .input(
        z.object({
          accountId: idText,
          kind: z.enum(choosableKinds),
          channel: z.enum(messageChannels),
          isOn: z.boolean(),
        }),
      )
      .output(ownPreferencesShape),
    ofAccount: contract
      .route({
        method: "GET",
        path: "/accounts/{accountId}/notification-preferences",
        tags,
        summary: "Which messages each member of an account gets",
      })
      .input(z.object({ accountId: idText }))
      .output(z.object({ items: z.array(memberPreferencesShape) })),
  },
  templates: {
    list: contract
      .route({ method: "GET", path: "/mail-templates", tags, summary: "Every mail that is ever sent" })
      .output(z.object({ items: z.array(templateItemShape) })),
    get: contract
      .route({ method: "GET", path: "/mail-templates/{id}", tags, summary: "One of them, with its words" })
      .input(one)
      .output(templateShape),
    save: contract
      .route({ method: "PUT", path: "/mail-templates/{id}/words", tags, summary: "Say it in other words" })
      .input(one.extend({ language: languageShape, words: wordsInput }))
      .output(templateShape),
    restore: contract
      .route({
        method: "PUT",
        path: "/mail-templates/{id}/house-words",
        tags,
        summary: "Back to the house's",
      })
      .input(one.extend({ language: languageShape }))
      .output(templateShape),
    preview: contract
      .route({
        method: "PUT",
        path: "/mail-templates/{id}/preview",
        tags,
        summary: "How words would look with a sample and the shop's brand; changes nothing",
      })
      .input(trialInput)
      .output(z.object({ subject: z.string(), text: z.string(), html: z.string() })),
    send: contract
      .route({
        method: "POST",
        path: "/mail-templates/{id}/trials",
        tags,
        summary: "Mail it to oneself, with a sample",
      })
      .input(trialInput)
      .output(z.object({ sentTo: z.string() })),
  },
  messages: {
    list: contract
      .route({ method: "GET", path: "/mails", tags, summary: "The outbox, the newest first" })
      .input(spanPageInput.extend(messageFilter.shape))
      .output(pageOf(messageItemShape)),
    get: contract
      .route({ method: "GET", path: "/mails/{id}", tags, summary: "A mail as it was sent" })
      .input(one)
      .output(messageShape),
    resend: contract
      .route({ method: "PUT", path: "/mails/{id}/resend", tags, summary: "Try one that failed again" })
      .input(one)
      .output(messageShape),
  },
}
