import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import { announceChange } from "./announce-change.ts"
import type { sellerWish } from "./contract.ts"
import { getSettings } from "./get-settings.ts"
import { saveSettings } from "./save-settings.ts"
import { describeShop, type Shop } from "./settings.ts"

/** Who is behind the shop, as the law wants it under every page, in every mail and on every paper from now on. */
export async function saveSeller(ctx: Context, wish: z.infer<typeof sellerWish>): Promise<Shop> {
  const before = await getSettings(ctx)
  const { name, ...seller } = wish
  const after = {
    ...before,
    name,
    seller: {
      ...seller,
      addressLines: withoutGaps(seller.addressLines),
      ...(seller.translations ? { translations: mapTranslations(seller.translations) } : {}),
    },
  }
  await saveSettings(ctx, after)
  await announceChange(ctx, {
    act: "tenancy.seller-changed",
    subjectId: ctx.tenant,
    before: { name: before.name, ...before.seller },
    after: { name, ...after.seller },
  })
  return describeShop(after)
}

type Translations = NonNullable<z.infer<typeof sellerWish>["translations"]>

function mapTranslations(translations: Translations): Translations {
  return Object.fromEntries(
    Object.entries(translations).map(([language, words]) => [
      language,
      { ...words, addressLines: withoutGaps(words.addressLines) },
    ]),
  )
}

function withoutGaps(lines: readonly string[]): string[] {
  return lines.filter((line) => line !== "")
}
