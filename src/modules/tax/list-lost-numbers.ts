import { and, desc, eq, inArray, isNotNull } from "drizzle-orm"
import type { z } from "zod"
import { listAccountNames, listBilledPlaces, readVatNumber } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { vatChecks } from "./tables.ts"
import type { lostNumbersShape } from "./vat-contract.ts"

const MOST_SHOWN = 100

/** Numbers that were one, are none any more and still stand in a business's profile; the last one first. */
export async function listLostNumbers(ctx: Context, reach: Reach): Promise<z.infer<typeof lostNumbersShape>> {
  const rows = await ctx.db
    .select()
    .from(vatChecks)
    .where(
      and(
        isNotNull(vatChecks.lostAt),
        eq(vatChecks.state, "invalid"),
        reach.kind === "accounts" ? inArray(vatChecks.accountId, [...reach.accountIds]) : undefined,
      ),
    )
    .orderBy(desc(vatChecks.lostAt), desc(vatChecks.id))
    .limit(MOST_SHOWN)
  const accountIds = rows.flatMap(({ accountId }) => accountId ?? [])
  const places = await listBilledPlaces(ctx, accountIds)
  const names = await listAccountNames(ctx, accountIds)
  const items = rows.flatMap(({ accountId, country, number, lostAt }) => {
    const place = accountId ? places.get(accountId) : undefined
    const given = place?.kind === "business" && readVatNumber(country, place.taxIds[country] ?? "")
    if (!accountId || !lostAt || !given || given.number !== number) return []
    return [
      { accountId, accountName: names.get(accountId) ?? "", country, number, lostAt: lostAt.toString() },
    ]
  })
  return { items }
}
