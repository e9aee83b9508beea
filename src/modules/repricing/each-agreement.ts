import type { Context, Reach } from "#kit/context.ts"
import { listPlanned, type PlannedAgreement } from "./list-planned.ts"
import type { ChangeGround, ChangeWish } from "./load-wish.ts"

const AT_ONCE = 500
/** A shop's whole business; beyond it a change is made plan by plan. */
const MOST_CHUNKS = 2_000

/** Everybody whom the wish is about, oldest first, each with its plan. Reads in chunks: memory stays flat. */
export async function* eachAgreement(
  ctx: Context,
  reach: Reach,
  { wish, ground, after }: { wish: ChangeWish; ground: ChangeGround; after?: string | undefined },
): AsyncGenerator<PlannedAgreement> {
  let from = after
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const page = await listPlanned(ctx, reach, { wish, ground, after: from, limit: AT_ONCE })
    yield* page.items
    if (page.next === null) return
    from = page.next
  }
}
