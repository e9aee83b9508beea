import type { z } from "zod"
import { money, toWire } from "#kit/money.ts"
import type { changeItemShape } from "./contract.ts"
import type { PriceItem } from "./price-item.ts"

/** One agreement of a change, as staff see it. */
export function describeItem(item: PriceItem): z.infer<typeof changeItemShape> {
  const { id, subscriptionId, accountId, accountName, words, cycle, need, direction, state } = item
  return {
    id,
    subscriptionId,
    accountId,
    accountName,
    words,
    cycle,
    need,
    direction,
    state,
    before: toWire(money(item.beforeMinor, item.currency)),
    after: toWire(money(item.afterMinor, item.currency)),
    firstOn: item.firstOn.toString(),
    tellOn: direction === "same" ? null : item.tellOn.toString(),
    toldAt: item.toldAt?.toString() ?? null,
    answeredAt: item.answeredAt?.toString() ?? null,
    trouble: item.trouble,
  }
}
