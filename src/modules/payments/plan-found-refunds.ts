import type { Money } from "#kit/money.ts"
import type { GatewayRefund } from "./gateways/gateway.ts"
import type { Refund } from "./payment-refund-row.ts"

interface Sent {
  readonly gatewayRefundId: string
  /** The gateway's fee for it, once: where it stands for several of ours, with the first of them. */
  readonly feeMinor: bigint | null
}

export interface FoundRefundsPlan {
  /** Of ours, what the gateway's own console has sent in our stead. */
  readonly fulfilled: readonly (Sent & { readonly refundId: string })[]
  /** Of nobody's wish here: what the papers don't know yet. */
  readonly foreign: readonly (Sent & { readonly minor: bigint })[]
}

/**
 * Which of the gateway's refunds are news. One under our own reference is written down by the work that sends it. If
 * somebody sent money back by hand while we were about to, so that ours doesn't fit in what is left there any more, theirs
 * stands for ours, as far as it goes; what it goes beyond that is news.
 */
export function planFoundRefunds(
  paid: Money,
  known: readonly Pick<Refund, "id" | "state" | "amount" | "gatewayRefundId">[],
  found: readonly GatewayRefund[],
): FoundRefundsPlan {
  const written = new Set(known.flatMap(({ gatewayRefundId }) => gatewayRefundId ?? []))
  const references = new Set(found.map(({ reference }) => reference))
  const left = paid.minor - found.reduce((whole, { amount }) => whole + amount.minor, 0n)
  const stopped = known.filter(
    ({ id, state, amount }) => state === "wanted" && !references.has(id) && amount.minor > left,
  )
  const isOurs = (reference: string) => known.some(({ id, state }) => id === reference && state !== "done")
  const fulfilled: FoundRefundsPlan["fulfilled"][number][] = []
  const foreign: FoundRefundsPlan["foreign"][number][] = []
  for (const { id: gatewayRefundId, reference, amount, ...sent } of found) {
    if (written.has(gatewayRefundId) || isOurs(reference)) continue
    let { feeMinor } = sent
    let minor = amount.minor
    while (stopped[0] && stopped[0].amount.minor <= minor) {
      const [{ id: refundId, amount: ours }] = stopped.splice(0, 1) as [(typeof stopped)[number]]
      fulfilled.push({ refundId, gatewayRefundId, feeMinor })
      feeMinor = null
      minor -= ours.minor
    }
    if (minor > 0n) foreign.push({ gatewayRefundId, feeMinor, minor })
  }
  return { fulfilled, foreign }
}
