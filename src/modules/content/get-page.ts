import type { z } from "zod"
import { countTextAgreements, listPersonNames } from "#identity"
import { type Context, type Reach, within } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import { getSettings } from "#tenancy"
import type { pageShape, versionShape } from "./contract.ts"
import { defaultTexts } from "./default-texts.ts"
import { contentRefusals } from "./errors.ts"
import { fillText } from "./fill-text.ts"
import { findFixedPage, isAgreedTo, kindOfFixed, type PageText } from "./page.ts"
import { findPage, listVersions, type PageRow, type VersionRow } from "./queries.ts"
import { renderMarkdown } from "./render-markdown.ts"
import { todayIn } from "./today-in.ts"

/** All there is to know about one text, for whoever writes it. */
export async function getPage(
  ctx: Context,
  id: string,
  reach: Reach = within(ctx.actor),
): Promise<z.infer<typeof pageShape>> {
  const fixed = reach.kind === "all" ? findFixedPage(id) : undefined
  const row = await findPage(ctx, reach, id)
  if (!row && !fixed) return contentRefusals.refuse("content.page_missing", { id })
  const settings = await getSettings(ctx)
  const versions = row ? await listVersions(ctx, reach, id) : []
  const template = fixed ? defaultTexts[fixed] : undefined
  const text = row?.draft ?? textOf(versions[0]) ?? template ?? EMPTY
  const { title, body } = fillText(text, settings)
  const slug = row?.slug ?? id
  return {
    id,
    kind: row?.kind ?? (fixed ? kindOfFixed(fixed) : "guide"),
    slug,
    name: title,
    isFixed: fixed !== undefined,
    isWithdrawn: Boolean(row?.withdrawnAt),
    isTemplate: fixed !== undefined && versions.length === 0,
    ...(await describeDraft(ctx, row)),
    text,
    preview: { en: renderMarkdown(body.en).html, ko: renderMarkdown(body.ko, "ko").html },
    versions: await describeVersions(ctx, slug, versions, todayIn(ctx, settings)),
  }
}

const NOTHING = ""
const UNSAID: Say = { en: NOTHING, ko: NOTHING }
const EMPTY: PageText = { title: UNSAID, summary: UNSAID, body: UNSAID }

function textOf(version: VersionRow | undefined): PageText | undefined {
  return version && { title: version.title, summary: version.summary, body: version.body }
}

async function describeDraft(ctx: Context, row: PageRow | undefined) {
  const by = row?.draftEditedBy
  const names = await listPersonNames(ctx, by ? [by] : [])
  return {
    hasDraft: Boolean(row?.draft),
    draftEditedAt: row?.draftEditedAt?.toString() ?? null,
    draftEditedBy: by ? (names.get(by) ?? null) : null,
  }
}

async function describeVersions(
  ctx: Context,
  slug: string,
  rows: readonly VersionRow[],
  today: Temporal.PlainDate,
): Promise<z.infer<typeof versionShape>[]> {
  const names = await listPersonNames(
    ctx,
    rows.map((row) => row.publishedBy),
  )
  const agreed = isAgreedTo(slug) ? await countTextAgreements(ctx, slug) : undefined
  const current = rows.find((row) => Temporal.PlainDate.compare(row.fromDay, today) <= 0)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    from: row.fromDay.toString(),
    state: row === current ? "current" : row.version > (current?.version ?? "") ? "upcoming" : "past",
    note: row.note,
    publishedAt: row.publishedAt.toString(),
    publishedBy: names.get(row.publishedBy) ?? "",
    agreed: agreed ? (agreed.get(row.version) ?? 0) : null,
  }))
}
