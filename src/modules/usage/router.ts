import { within } from "#kit/context.ts"
import { permit } from "#kit/serve/permit.ts"
import { answer, serve } from "#kit/serve/serve.ts"
import { usageContract } from "./contract.ts"
import { listUse } from "./list-use.ts"
import type { UseRecord, UseWish } from "./record.ts"
import { recordUse } from "./record-use.ts"
import { sayQuantity } from "./say-quantity.ts"

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
})

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
