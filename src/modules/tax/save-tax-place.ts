import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { taxPlaces } from "./tables.ts"

/** Where in its country an account is. The country itself stands in its profile. */
export async function saveTaxPlace(
  ctx: Context,
  { accountId, region }: { readonly accountId: string; readonly region: string },
): Promise<void> {
  if (region === "") {
    await ctx.db.delete(taxPlaces).where(eq(taxPlaces.accountId, accountId))
    return
  }
  await ctx.db
    .insert(taxPlaces)
    .values({ id: ctx.newId("txl"), accountId, region })
    .onConflictDoUpdate({ target: [taxPlaces.tenantId, taxPlaces.accountId], set: { region } })
}
