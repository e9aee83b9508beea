import type { Context } from "#kit/context.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { closeDays } from "./close-days.ts"
import { listOpen } from "./list-open.ts"
import { listOpenRanges } from "./list-open-ranges.ts"
import type { RevenueMoves } from "./post-revenue.ts"
import { revenueCatchUp } from "./revenue-catch-up.ts"

/**
 * Where a day can't be closed as a whole: first by ranges of many invoices, whose ends alone are kept in mind, then, of a
 * range that can't be, by its invoices.
 */
export async function closeInHalves(ctx: Context, day: Temporal.PlainDate): Promise<RevenueMoves> {
  const ranges = await inHalves(ctx, await listOpenRanges(ctx, day), async (part) => {
    const [first, last] = [part[0], part.at(-1)]
    if (!first || !last) return []
    return [await closeDays(ctx, day, { kind: "range", after: first.after, upTo: last.upTo })]
  })
  const done = [...ranges.done]
  for (const { item: range } of ranges.leftOut) {
    const found = await inHalves(ctx, await listOpen(ctx, day, range), async (invoiceIds) => [
      await closeDays(ctx, day, { kind: "of", invoiceIds }),
    ])
    done.push(...found.done)
    await revenueCatchUp.leaveOut(ctx, "close", found.leftOut)
  }
  return {
    deferred: done.flatMap(({ deferred }) => deferred),
    released: done.flatMap(({ released }) => released),
    recognised: done.flatMap(({ recognised }) => recognised),
  }
}
