import { recordAudit } from "#audit"
import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { announce } from "#kit/events/announce.ts"
import { toWire } from "#kit/money.ts"
import { inHalves } from "#kit/work/in-halves.ts"
import { updateRows } from "#kit/write-rows.ts"
import { useCharged } from "./events.ts"
import { issueOnTerms } from "./issue-on-terms.ts"
import { listWaitingUse } from "./list-waiting-use.ts"
import { useWindows } from "./metered-tables.ts"
import { MOST_LINES } from "./payment-request.ts"
import { requestPayment } from "./request-payment.ts"
import { planUseLine, type WaitingUse } from "./waiting-use.ts"

/** By requests of its own, one for each account and currency, which the customer pays by hand. */
export async function chargeUse(ctx: Context, today: Temporal.PlainDate): Promise<void> {
  const alone = await listWaitingUse(ctx, { aloneOn: today })
  const groups = [...Map.groupBy(alone, (use) => `${use.accountId} ${use.currency}`).values()]
  const { leftOut } = await inHalves(ctx, groups, async (part) => {
    for (const group of part) await charge(ctx, group.slice(0, MOST_LINES))
  })
  for (const { item, error } of leftOut) {
    ctx.log.error({ accountId: item[0]?.accountId, error: error.name }, "use could not be asked for")
  }
}

async function charge(ctx: Context, group: readonly WaitingUse[]): Promise<void> {
  const [first] = group
  if (!first) return
  const { accountId, currency } = first
  const { language } = await getAccount(ctx, accountId)
  const request = await requestPayment(ctx, {
    accountId,
    orderId: null,
    purpose: "manual",
    currency,
    lines: group.map((use) => planUseLine(use, language)),
  })
  await updateRows(
    ctx.db,
    useWindows,
    group.map(({ id }) => ({ id, requestId: request.id })),
  )
  await issueOnTerms(ctx, { requestId: request.id, accountId })
  await recordAudit(ctx, {
    act: "billing.use-charged",
    subjectId: request.id,
    accountId,
    after: { windows: group.map(({ id }) => id), total: toWire(request.total) },
  })
  await announce(ctx, useCharged, { requestId: request.id, accountId })
}
