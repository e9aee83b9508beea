import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { startWork } from "#kit/work/start-work.ts"
import { getSettings } from "#tenancy"
import { brandOf } from "./brand-of.ts"
import { notificationRefusals } from "./errors.ts"
import { findWording, type Wording } from "./find-wording.ts"
import type { RefusalWords } from "./render-message.ts"
import { renderWording } from "./render-wording.ts"
import { selectCopies, type WantedCopy } from "./select-copies.ts"
import { attachments, messages } from "./tables.ts"
import type { Template, TemplateWords } from "./template.ts"
import { deliverHead, startable } from "./work-kinds.ts"

export interface MessageWish<Data> {
  readonly template: Template<Data>
  readonly to: { readonly name: string; readonly address: string }
  readonly language: Language
  readonly data: NoInfer<Data>
  /** Once per key, whoever asks and however often: "service-ready:svc_…". */
  readonly key: string
  readonly attachments?: readonly Attachment[]
  /** Whom an answer goes to; the sender when absent. */
  readonly replyTo?: string
  /** The account it is about: members of it may want it as well. */
  readonly accountId?: string
  /** Who is sent it anyway, by a mail of their own. */
  readonly alsoTo?: readonly string[]
}

/** Of what was written now: who of the account wants it as well. Written before, they were asked then. */
export interface Written {
  readonly messageId: string
  readonly copies: readonly WantedCopy[]
}

export interface Attachment {
  readonly filename: string
  readonly contentType: string
  readonly content: Uint8Array
}

/** Mail servers commonly stop at 25 MB after encoding, which adds a third. */
const MOST_ATTACHED_BYTES = 15_000_000

/** What advertising carries besides: for whom, and how it is refused in one click. */
export interface AdvertisingFacts {
  readonly personId: string
  readonly refusal: RefusalWords
  /** "(광고)", where the law wants the subject to begin with it. */
  readonly mark: string | null
}

/** What is particular about a mail, besides what is wished for. */
export interface Particulars {
  readonly advertising?: AdvertisingFacts
  /** Words on trial, mailed to whoever tries them: no advertising, whatever the template says. */
  readonly trial?: { readonly words: TemplateWords; readonly mark: string; readonly refusal?: RefusalWords }
}

/** Into the outbox, once a key, and on its way. Whoever calls has seen to it that the class allows it. */
export async function writeMessage<Data>(
  ctx: Context,
  wish: MessageWish<Data>,
  { advertising, trial }: Particulars = {},
): Promise<Written> {
  const { template, language } = wish
  const attached = wish.attachments ?? []
  const bytes = attached.reduce((sum, one) => sum + one.content.byteLength, 0)
  if (bytes > MOST_ATTACHED_BYTES) {
    notificationRefusals.refuse("notifications.attachment_too_large", { bytes })
  }
  const settings = await getSettings(ctx)
  const { seller } = settings
  const wording: Wording | undefined = trial
    ? { id: "", number: 0, words: trial.words }
    : await findWording(ctx, { template: template.name, language })
  const refusal = advertising?.refusal ?? trial?.refusal
  const { wordingId, ...rendered } = renderWording(
    template,
    { language, data: wish.data, brand: brandOf(settings, language), ...(refusal ? { refusal } : {}) },
    wording,
  )
  if (rendered.warning)
    ctx.log.warn({ template: template.name, because: rendered.warning }, "house words used")
  const mark = advertising?.mark ?? trial?.mark
  const id = ctx.newId("msg")
  const [written] = await ctx.db
    .insert(messages)
    .values({
      id,
      key: wish.key,
      template: template.name,
      class: trial ? "transactional" : template.class,
      language,
      recipientName: wish.to.name,
      recipientAddress: wish.to.address,
      senderName: settings.brand?.senderName ?? settings.name,
      senderAddress: settings.brand?.senderAddress ?? seller.email,
      replyTo: wish.replyTo ?? null,
      ...rendered,
      subject: mark ? `${mark} ${rendered.subject}` : rendered.subject,
      wordingId: wordingId || null,
      state: "queued",
      attempts: 0,
      personId: advertising?.personId ?? null,
      unsubscribeUrl: advertising?.refusal.url ?? null,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing({ target: [messages.tenantId, messages.key] })
    .returning({ copies: selectCopies(wish) })
  if (!written) return { messageId: await findByKey(ctx, wish.key), copies: [] }
  if (attached.length > 0) {
    const rows = attached.map((one) => ({ id: ctx.newId("att"), messageId: id, ...one }))
    await ctx.db.insert(attachments).values(rows)
  }
  await startWork(ctx, startable(deliverHead), { messageId: id }, { key: id })
  return { messageId: id, copies: written.copies }
}

async function findByKey(ctx: Context, key: string): Promise<string> {
  const [row] = await ctx.db.select({ id: messages.id }).from(messages).where(eq(messages.key, key)).limit(1)
  if (!row) throw new Error(`The message ${key} was neither written nor found.`)
  return row.id
}
