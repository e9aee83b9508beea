import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { brandFiles } from "./tables.ts"

/** The logo as it was under that name, whatever the shop shows by now. */
export async function findKeptLogo(ctx: Context, version: string): Promise<Uint8Array | undefined> {
  const [row] = await ctx.db
    .select({ content: brandFiles.content })
    .from(brandFiles)
    .where(eq(brandFiles.id, version))
    .limit(1)
  return row?.content
}
