import { inArray } from "drizzle-orm"
import { listWaysIn } from "#identity"
import type { Context } from "#kit/context.ts"
import { providers } from "./tables.ts"

/** What one person comes in by elsewhere, also what is switched off just now: it is theirs to remove. */
export async function listConnections(ctx: Context, personId: string) {
  const ways = await listWaysIn(ctx, personId)
  if (ways.length === 0) return []
  const known = await ctx.db
    .select({ id: providers.id, name: providers.name })
    .from(providers)
    .where(
      inArray(
        providers.id,
        ways.map((one) => one.providerId),
      ),
    )
    .limit(50)
  return ways.flatMap((way) => {
    const provider = known.find(({ id }) => id === way.providerId)
    return provider ? [{ ...way, name: provider.name }] : []
  })
}
