import { diffWordsWithSpace } from "diff"
import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import type { Language } from "#kit/refusal.ts"
import { getSettings } from "#tenancy"
import type { changeShape, comparisonShape } from "./contract.ts"
import { defaultTexts, TEMPLATE_VERSION } from "./default-texts.ts"
import { contentRefusals } from "./errors.ts"
import { fillText } from "./fill-text.ts"
import { findFixedPage, type PageText } from "./page.ts"
import { findPage, listVersions } from "./queries.ts"

interface Candidate {
  /** "draft", "template", or a version's id. */
  readonly id: string
  readonly name: string
  readonly text: PageText
}

/** Two versions of a text, word by word; without a wish, what a publication now would change. */
export async function compareVersions(
  ctx: Context,
  wish: { readonly id: string; readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<z.infer<typeof comparisonShape>> {
  const candidates = await listCandidates(ctx, wish.id)
  const pick = (id: string) =>
    candidates.find((one) => one.id === id) ?? contentRefusals.refuse("content.version_missing", { id })
  const to = wish.to ? pick(wish.to) : candidates[0]
  const from = wish.from ? pick(wish.from) : candidates[candidates.findIndex((one) => one === to) + 1]
  if (!to || !from) return contentRefusals.refuse("content.nothing_to_compare", { id: wish.id })
  return { from: from.name, to: to.name, en: compare(from, to, "en"), ko: compare(from, to, "ko") }
}

/** Newest first: the draft, what was published, and the template where there is one. */
async function listCandidates(ctx: Context, id: string): Promise<Candidate[]> {
  const reach = within(ctx.actor)
  const page = await findPage(ctx, reach, id)
  const fixed = findFixedPage(id)
  if (!page && !fixed) return contentRefusals.refuse("content.page_missing", { id })
  const settings = await getSettings(ctx)
  const draft = page?.draft ? [{ id: "draft", name: "draft", text: fillText(page.draft, settings) }] : []
  const published = (await listVersions(ctx, reach, id)).map((row) => ({
    id: row.id,
    name: row.version,
    text: row,
  }))
  const template = fixed ? [{ id: "template", name: TEMPLATE_VERSION, text: defaultTexts[fixed] }] : []
  return [...draft, ...published, ...template.map((one) => ({ ...one, text: fillText(one.text, settings) }))]
}

function compare(from: Candidate, to: Candidate, language: Language): z.infer<typeof changeShape>[] {
  const wholeOf = ({ text }: Candidate) => `# ${text.title[language]}\n\n${text.body[language]}`
  return diffWordsWithSpace(wholeOf(from), wholeOf(to)).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }))
}
