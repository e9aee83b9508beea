import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { BrandPicture } from "./brand-contract.ts"
import { tenancyRefusals } from "./errors.ts"
import { brandFiles } from "./tables.ts"

export async function getBrandPicture(
  ctx: Context,
  kind: BrandPicture,
): Promise<{ contentType: string; content: string }> {
  const [row] = await ctx.db.select().from(brandFiles).where(eq(brandFiles.id, kind)).limit(1)
  if (!row) return tenancyRefusals.refuse("tenancy.picture_missing")
  return { contentType: row.contentType, content: Buffer.from(row.content).toString("base64") }
}
