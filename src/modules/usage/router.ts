import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { usageContract } from "./contract.ts"
import { describeMonth } from "./describe-month.ts"
import { listSessions } from "./list-sessions.ts"
import { listUse } from "./list-use.ts"
import { previewPrices } from "./preview-prices.ts"
import type { UseRecord, UseWish } from "./record.ts"
import { recordSession } from "./record-session.ts"
import { recordUse } from "./record-use.ts"
import { sayQuantity } from "./say-quantity.ts"
import type { UseSession } from "./session.ts"

type SentUse = Omit<UseWish, "usedAt"> & { readonly usedAt: string }

export const usageRouter = serve(usageContract, {
  records: {
    add: answer(permit("usage.records.write"), async (ctx, { records }) => {
      const kept = await recordUse(ctx, records.map(readWish))
      return { records: kept.map((one) => ({ ...describe(one), isNew: one.isNew })) }
    }),
    list: answer(permit("usage.records.read"), async (ctx, filter) => {
      const { items, next } = await listUse(ctx, within(ctx.actor), filter)
      return { items: items.map(describe), next }
    }),
  },
  sessions: {
    record: answer(permit("usage.records.write"), async (ctx, { startedAt, stoppedAt, ...wish }) =>
      describeSession(
        await recordSession(ctx, {
          ...wish,
          startedAt: Temporal.Instant.from(startedAt),
          ...(stoppedAt ? { stoppedAt: Temporal.Instant.from(stoppedAt) } : {}),
        }),
      ),
    ),
    list: answer(permit("usage.records.read"), async (ctx, filter) => {
      const { items, next } = await listSessions(ctx, within(ctx.actor), filter)
      return { items: items.map(describeSession), next }
    }),
  },
  months: {
    get: answer(permit("usage.records.read"), (ctx, { id }) => describeMonth(ctx, within(ctx.actor), id)),
  },
  prices: {
    preview: answer(permit("usage.prices.read"), (ctx, wish) => previewPrices(ctx, wish)),
  },
})

function describeSession(session: UseSession) {
  const { id, key, subscriptionId, meter, startedAt, stoppedAt } = session
  const told = { startedAt: startedAt.toString(), stoppedAt: stoppedAt?.toString() ?? null }
  return { id, key, subscriptionId, meter, ...told }
}

function readWish(sent: SentUse): UseWish {
  return { ...sent, usedAt: Temporal.Instant.from(sent.usedAt) }
}

function describe(record: UseRecord) {
  const { id, key, subscriptionId, meter, corrects, reason, recordedBy } = record
  return {
    id,
    key,
    subscriptionId,
    meter,
    quantity: sayQuantity(record),
    usedAt: record.usedAt.toString(),
    countsOn: record.countsOn.toString(),
    corrects,
    reason,
    recordedAt: record.recordedAt.toString(),
    recordedBy,
  }
}
