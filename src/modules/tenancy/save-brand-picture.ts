import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { announceChange } from "./announce-change.ts"
import { type Brand, MOST_PICTURE_BYTES, pictureTypeOf, plainBrand } from "./brand.ts"
import type { BrandPicture } from "./brand-contract.ts"
import { tenancyRefusals } from "./errors.ts"
import { getSettings } from "./get-settings.ts"
import { saveSettings } from "./save-settings.ts"
import { brandFiles } from "./tables.ts"

/** Null takes it away. */
export async function saveBrandPicture(
  ctx: Context,
  { kind, content }: { readonly kind: BrandPicture; readonly content: Uint8Array | null },
): Promise<Brand> {
  const settings = await getSettings(ctx)
  const before = settings.brand ?? plainBrand
  await ctx.db.delete(brandFiles).where(eq(brandFiles.id, kind))
  if (content) await keep(ctx, kind, content)
  const version = content ? pictureVersion(content) : null
  const brand = { ...before, [kind]: version }
  await saveSettings(ctx, { ...settings, brand })
  await announceChange(ctx, {
    act: content ? "tenancy.picture-changed" : "tenancy.picture-removed",
    subjectId: ctx.tenant,
    before: { [kind]: before[kind] },
    after: { [kind]: version },
  })
  return brand
}

async function keep(ctx: Context, kind: BrandPicture, content: Uint8Array): Promise<void> {
  const contentType = pictureTypeOf(content)
  if (content.byteLength > MOST_PICTURE_BYTES || !contentType) {
    return tenancyRefusals.refuse("tenancy.picture_refused", {}, { field: kind })
  }
  await ctx.db.insert(brandFiles).values({ id: kind, contentType, content })
  if (kind !== "logo") return
  // Issued papers never change: each is printed with the logo of its day, under that picture's own name.
  const id = pictureVersion(content)
  await ctx.db.insert(brandFiles).values({ id, contentType, content }).onConflictDoNothing()
}

function pictureVersion(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16)
}
