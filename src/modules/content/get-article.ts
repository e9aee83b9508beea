import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { readShape } from "./contract.ts"
import { contentRefusals } from "./errors.ts"
import { findCurrent } from "./queries.ts"
import { tellText } from "./tell-text.ts"
import { todayIn } from "./today-in.ts"

export async function getArticle(
  ctx: Context,
  { kind, slug }: { readonly kind: "news" | "guide"; readonly slug: string },
): Promise<z.infer<typeof readShape>> {
  const today = todayIn(ctx, await getSettings(ctx))
  const found = await findCurrent(ctx, within(ctx.actor), { kind, slug, today })
  if (!found) return contentRefusals.refuse("content.page_missing", { slug })
  const { version, publishedOn } = found
  return {
    ...tellText(version, ctx.language),
    slug,
    version: version.version,
    publishedOn,
    updatedOn: version.fromDay.toString(),
  }
}
