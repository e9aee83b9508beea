import { and, inArray, isNotNull } from "drizzle-orm"
import { listAccountNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { keysetOf, type TimedFilter } from "#kit/keyset.ts"
import { cutPage, type Page } from "#kit/paging.ts"
import { describePlaceProof, type PlaceProofView } from "./describe-place-proof.ts"
import { placeProofs } from "./tables.ts"
import { isUnproved } from "./unproved.ts"

/** Documents whose buyer's place isn't proved, or was settled by somebody, newest first. Staff only. */
export async function listPlaceProofs(
  ctx: Context,
  reach: Reach,
  filter: TimedFilter & { readonly limit: number; readonly state: "open" | "settled" },
): Promise<Page<PlaceProofView>> {
  const { after, orderBy } = keysetOf(filter, placeProofs.createdAt, placeProofs.id)
  const rows = await ctx.db
    .select()
    .from(placeProofs)
    .where(
      and(
        reach.kind === "accounts" ? inArray(placeProofs.accountId, [...reach.accountIds]) : undefined,
        filter.state === "open" ? isUnproved : isNotNull(placeProofs.settledAt),
        after,
      ),
    )
    .orderBy(...orderBy)
    .limit(filter.limit + 1)
  const page = cutPage(rows, filter.limit, (row) => [row.createdAt.toString(), row.id])
  const names = await listAccountNames(
    ctx,
    page.items.map(({ accountId }) => accountId),
  )
  return {
    next: page.next,
    items: page.items.map((row) => describePlaceProof(row, names.get(row.accountId) ?? "")),
  }
}
