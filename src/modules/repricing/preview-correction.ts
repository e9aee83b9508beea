import type { z } from "zod"
import { listPriced, listPricedLines } from "#billing"
import type { Context, Reach } from "#kit/context.ts"
import type { correctionPreviewShape } from "./contract.ts"
import { loadVersions } from "./load-versions.ts"

const AT_ONCE = 1_000
/** What is more is said as "more than": nobody decides by the last figure. */
const MOST_CHUNKS = 200

type Preview = z.infer<typeof correctionPreviewShape>

/** What the command would have to do: how many agreements, open requests and lines of invoices, of how many customers. */
export async function previewCorrection(
  ctx: Context,
  reach: Reach,
  wish: { readonly planId: string; readonly wrongVersionId: string; readonly rightVersionId: string },
): Promise<Preview> {
  const { wrong, right } = await loadVersions(ctx, reach, wish)
  const accounts = new Set<string>()
  const requests = new Set<string>()
  const counts = { subscriptions: 0, lines: 0 }
  let after: string | undefined
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const filter = { planIds: [wish.planId], versionId: wrong.id, includesLeaving: true } as const
    const page = await listPriced(ctx, reach, { ...filter, after, limit: AT_ONCE })
    counts.subscriptions += page.items.length
    for (const { one } of page.items) {
      accounts.add(one.accountId)
      if (one.requestId) requests.add(one.requestId)
    }
    if (page.next === null) break
    after = page.next
  }
  let from: string | null = ""
  for (let chunk = 0; from !== null && chunk < MOST_CHUNKS; chunk++) {
    const page = await listPricedLines(ctx, reach, {
      priceIds: wrong.prices.map(({ id }) => id),
      since: wrong.publishedAt ?? ctx.clock.now(),
      after: from,
      limit: AT_ONCE,
    })
    counts.lines += page.items.length
    for (const { accountId } of page.items) accounts.add(accountId)
    from = page.next
  }
  return {
    planName: wrong.name,
    wrongVersion: wrong.number,
    rightVersion: right.number,
    ...counts,
    requests: requests.size,
    accounts: accounts.size,
  }
}
