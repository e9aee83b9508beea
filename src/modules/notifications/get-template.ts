import { and, desc, eq, isNotNull } from "drizzle-orm"
import type { z } from "zod"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import type { templateShape, wordingShape } from "./contract.ts"
import { notificationRefusals } from "./errors.ts"
import { findTemplate } from "./find-template.ts"
import { listValues } from "./list-values.ts"
import { messages, wordings } from "./tables.ts"
import type { TemplateWords } from "./template.ts"

export type TemplateView = z.infer<typeof templateShape>
type WordingView = z.infer<typeof wordingShape>

const MOST_VERSIONS = 40
const MOST_FAILURES = 5

/** One mail with the words of the house and of the shop, and who wrote those when. */
export async function getTemplate(ctx: Context, reach: Reach, id: string): Promise<TemplateView> {
  const template = reach.kind === "all" ? findTemplate(id) : undefined
  if (!template) return notificationRefusals.refuse("notifications.template_missing", { id })
  const history = await listHistory(ctx, id)
  const newest = (language: Language) => history.find((one) => one.language === language)?.words
  return {
    id,
    title: template.title,
    when: template.when,
    class: template.class,
    own: (["en", "ko"] as const).filter((language) => newest(language)),
    values: listValues(template),
    sampleCount: template.samples.en.length,
    house: template.words,
    words: { en: newest("en") ?? template.words.en, ko: newest("ko") ?? template.words.ko },
    history,
    failures: await listFailures(ctx, id),
  }
}

async function listHistory(ctx: Context, template: string): Promise<WordingView[]> {
  const rows = await ctx.db
    .select()
    .from(wordings)
    .where(eq(wordings.template, template))
    .orderBy(desc(wordings.writtenAt), desc(wordings.id))
    .limit(MOST_VERSIONS)
  const names = await listPersonNames(
    ctx,
    rows.map(({ writtenBy }) => writtenBy),
  )
  return rows.map(({ id, language, number, words, writtenAt, writtenBy }) => ({
    id,
    language,
    number,
    words: words ? copyOf(words) : null,
    writtenAt: writtenAt.toString(),
    writtenBy: names.get(writtenBy) ?? writtenBy,
  }))
}

function copyOf({ subject, text, html }: TemplateWords) {
  return { subject, text, html }
}

async function listFailures(ctx: Context, template: string): Promise<TemplateView["failures"]> {
  const rows = await ctx.db
    .select({
      id: messages.id,
      language: messages.language,
      warning: messages.warning,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(and(eq(messages.template, template), isNotNull(messages.warning)))
    .orderBy(desc(messages.createdAt))
    .limit(MOST_FAILURES)
  return rows.map(({ id, language, warning, createdAt }) => ({
    messageId: id,
    language,
    why: warning ?? "",
    at: createdAt.toString(),
  }))
}
