import type { Context } from "#kit/context.ts"
import { findUnreadable, type Theme } from "#kit/theme.ts"
import { announceChange } from "./announce-change.ts"
import { type Brand, plainBrand } from "./brand.ts"
import { tenancyRefusals } from "./errors.ts"
import { getSettings } from "./get-settings.ts"
import { saveSettings } from "./save-settings.ts"

type Wish = Pick<Brand, "theme" | "senderName" | "senderAddress">

/** A brand that can't be read is refused, and the words say which colour on which. */
export async function saveBrand(ctx: Context, wish: Wish): Promise<Brand> {
  if (wish.theme) refuseUnreadable(wish.theme)
  const settings = await getSettings(ctx)
  const before = settings.brand ?? plainBrand
  const brand = { ...before, ...wish, senderName: wish.senderName || null }
  await saveSettings(ctx, { ...settings, brand })
  await announceChange(ctx, {
    act: "tenancy.brand-changed",
    subjectId: ctx.tenant,
    before: { ...before },
    after: { ...brand },
  })
  return brand
}

function refuseUnreadable(theme: Theme): void {
  const [worst] = findUnreadable(theme)
  if (!worst) return
  const { mode, front, back, ratio, needed } = worst
  const field = `${mode}/${back === "surface" || back === "raised" ? chosenFor(front) : "accent"}`
  tenancyRefusals.refuse("tenancy.colours_unreadable", { mode, front, back, ratio, needed }, { field })
}

/** Which of the three chosen colours a token comes from. */
function chosenFor(token: string): string {
  if (token.startsWith("accent")) return "accent"
  return token === "ink" || token === "muted" || token === "line-strong" ? "ink" : "surface"
}
