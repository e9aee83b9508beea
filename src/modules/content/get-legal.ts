import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { legalShape } from "./contract.ts"
import { defaultTexts, TEMPLATE_VERSION } from "./default-texts.ts"
import { contentRefusals } from "./errors.ts"
import { fillText } from "./fill-text.ts"
import type { LegalPage } from "./page.ts"
import { listVersions } from "./queries.ts"
import { tellText } from "./tell-text.ts"
import { todayIn } from "./today-in.ts"

/** The version in force, or the one that was asked for: whoever agreed to an old one can still read it. */
export async function getLegal(
  ctx: Context,
  { page, version }: { readonly page: LegalPage; readonly version?: string | undefined },
): Promise<z.infer<typeof legalShape>> {
  const settings = await getSettings(ctx)
  const today = todayIn(ctx, settings)
  const published = await listVersions(ctx, within(ctx.actor), page)
  const versions = [
    ...published.map((one) => ({ version: one.version, from: one.fromDay.toString() })),
    { version: TEMPLATE_VERSION, from: TEMPLATE_VERSION },
  ]
  const inForce = published.find((one) => Temporal.PlainDate.compare(one.fromDay, today) <= 0)
  const coming = published.findLast((one) => Temporal.PlainDate.compare(one.fromDay, today) > 0)
  const current = inForce?.version ?? TEMPLATE_VERSION
  const wanted = version ?? current
  const known = versions.find((one) => one.version === wanted)
  if (!known) return contentRefusals.refuse("content.version_missing", { page, version: wanted })
  const row = published.find((one) => one.version === wanted)
  const text = row ?? fillText(defaultTexts[page], settings)
  return {
    ...tellText(text, ctx.language),
    slug: page,
    version: wanted,
    publishedOn: known.from,
    updatedOn: known.from,
    isTemplate: row === undefined,
    isCurrent: wanted === current,
    coming: coming ? { version: coming.version, from: coming.fromDay.toString() } : null,
    // Once the shop has texts of its own, the template is history only for those who agreed to it.
    versions: published.length === 0 ? versions : versions.slice(0, -1),
  }
}
