import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { publishText } from "#identity"
import { actorId, type Context, within } from "#kit/context.ts"
import { getSettings, type TenantSettings } from "#tenancy"
import { contentRefusals } from "./errors.ts"
import { fillText } from "./fill-text.ts"
import { getPage } from "./get-page.ts"
import { lockPage } from "./lock-page.ts"
import { isAgreedTo, nameVersion, type PageText } from "./page.ts"
import { listVersions, type PageRow } from "./queries.ts"
import { pages, versions } from "./tables.ts"
import { todayIn } from "./today-in.ts"

export interface Publication {
  readonly id: string
  /** The first day on which it is shown and counts. */
  readonly from: string
  /** For those who read the history: why. */
  readonly note: string
}

/**
 * The draft becomes a version that never changes again, with the shop's facts as they are now. Of terms and privacy
 * notice identity learns, so that from its first day on people are asked anew.
 */
export async function publishPage(ctx: Context, { id, from, note }: Publication) {
  const page = await lockPage(ctx, id)
  if (!page.draft) return contentRefusals.refuse("content.nothing_to_publish", { id })
  const settings = await getSettings(ctx)
  const text = fillText(page.draft, settings)
  refuseGaps(text, settings)
  const fromDay = Temporal.PlainDate.from(from)
  const earlier = await listVersions(ctx, within(ctx.actor), id)
  refuseTooEarly(fromDay, { page, latest: earlier[0]?.fromDay, today: todayIn(ctx, settings) })
  const version = nameVersion(
    fromDay,
    earlier.map((one) => one.version),
  )
  const publishedBy = actorId(ctx.actor)
  await ctx.db.insert(versions).values({
    id: ctx.newId("ver"),
    pageId: id,
    version,
    fromDay,
    ...text,
    note,
    publishedAt: ctx.clock.now(),
    publishedBy,
  })
  await ctx.db
    .update(pages)
    .set({ draft: null, draftEditedAt: null, draftEditedBy: null, withdrawnAt: null })
    .where(eq(pages.id, id))
  if (isAgreedTo(page.slug) && page.kind === "legal") {
    const inForceFrom = fromDay.toZonedDateTime(settings.timeZone).toInstant()
    await publishText(ctx, { purpose: page.slug, version, inForceFrom })
  }
  const after = { version, from, note }
  await recordAudit(ctx, { act: "content.page-published", subjectId: id, after })
  return getPage(ctx, id)
}

function refuseGaps({ title, body }: PageText, { defaultLanguage }: TenantSettings): void {
  const field = title[defaultLanguage] === "" ? "title" : body[defaultLanguage] === "" ? "body" : undefined
  if (field) contentRefusals.refuse("content.words_missing", {}, { field: `${field}/${defaultLanguage}` })
}

/** Versions follow each other; and nobody is bound to a text from a day on which it couldn't be read. */
function refuseTooEarly(
  fromDay: Temporal.PlainDate,
  facts: { page: PageRow; latest: Temporal.PlainDate | undefined; today: Temporal.PlainDate },
): void {
  const { page, latest, today } = facts
  const bounds = [latest, page.kind === "legal" ? today : undefined].filter((day) => day !== undefined)
  const earliest = bounds.toSorted(Temporal.PlainDate.compare).at(-1)
  if (!earliest || Temporal.PlainDate.compare(fromDay, earliest) >= 0) return
  contentRefusals.refuse("content.day_too_early", { earliest: earliest.toString() }, { field: "from" })
}
