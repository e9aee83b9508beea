import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import type { readShape } from "./contract.ts"
import { defaultTexts, TEMPLATE_VERSION } from "./default-texts.ts"
import { fillText } from "./fill-text.ts"
import { findCurrent } from "./queries.ts"
import { tellText } from "./tell-text.ts"
import { todayIn } from "./today-in.ts"

/** Who the shop is; until it says so itself, what is true of every shop of this house. */
export async function getAbout(ctx: Context): Promise<z.infer<typeof readShape>> {
  const settings = await getSettings(ctx)
  const today = todayIn(ctx, settings)
  const found = await findCurrent(ctx, within(ctx.actor), { kind: "about", slug: "about", today })
  const text = found?.version ?? fillText(defaultTexts.about, settings)
  const day = found?.version.fromDay.toString() ?? TEMPLATE_VERSION
  return {
    ...tellText(text, ctx.language),
    slug: "about",
    version: found?.version.version ?? TEMPLATE_VERSION,
    publishedOn: found?.publishedOn ?? day,
    updatedOn: day,
  }
}
