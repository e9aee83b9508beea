import type { Context } from "#kit/context.ts"
import type { CallContext } from "#kit/work/define.ts"
import { findLastChargeBefore } from "./find-last-charge-before.ts"
import type { Charge, Gateway } from "./gateways/gateway.ts"
import { listMissingCharges } from "./list-missing-charges.ts"
import { listOurSides } from "./list-our-sides.ts"
import { listUnfoundedTransfers } from "./list-unfounded-transfers.ts"
import { listUnprocessedNotices } from "./list-unprocessed-notices.ts"
import { noteDispute } from "./note-dispute.ts"
import { noteFee } from "./note-fee.ts"
import { openGateway, type PaymentDoors } from "./open-gateway.ts"
import { type MatchFinding, planMatch } from "./plan-match.ts"
import { getAttempt } from "./queries.ts"
import { readRefunds } from "./read-refunds.ts"
import { recordMatch } from "./record-match.ts"
import type { MatchWindow } from "./window.ts"

/** What a gateway may still change by itself, and more than the longest notices and refunds are on their way. */
const WINDOW = { hours: 24 * 45 }
/** Younger money may still be on its way into our books: its notice takes seconds, its work up to some minutes. */
const STILL_MOVING = { hours: 1 }
/** Where their list is taken up: long before the window, because money can be taken well before it is written down. */
const TAKEN_UP = { hours: 24 * 90 }
const PAGE = 100
/** 500,000 charges in the window; a gateway that never ends its list must not hold us for ever. */
const MOST_PAGES = 5_000

/** Holds the gateway's list, our attempts, the ledger and the inbox against each other, both ways. */
export async function matchPayments(
  doors: PaymentDoors,
  call: CallContext,
  { endpointId, gateway }: { readonly endpointId: string; readonly gateway: string },
): Promise<number> {
  const { window, after } = await call.read(async (ctx) => {
    const now = ctx.clock.now()
    const bounds = { endpointId, gateway, from: now.subtract(WINDOW), to: now.subtract(STILL_MOVING) }
    return { window: bounds, after: await findLastChargeBefore(ctx, endpointId, now.subtract(TAKEN_UP)) }
  })
  const { seen, findings } = await matchTheirs(doors, call, window, after)
  return call.transact(async (ctx) => {
    const all = [
      ...findings,
      ...(await listMissingCharges(ctx, window, seen)),
      ...(await listUnfoundedTransfers(ctx, window)),
      ...(await listUnprocessedNotices(ctx, window)),
    ]
    await recordMatch(ctx, endpointId, all)
    return all.length
  })
}

/** Page by page, so that a long list never stands in memory whole: of each charge only its id is kept. */
async function matchTheirs(
  doors: PaymentDoors,
  call: CallContext,
  window: MatchWindow,
  first: string | undefined,
): Promise<{ seen: string[]; findings: MatchFinding[] }> {
  const door = await openGateway(doors, call, window.gateway)
  const seen: string[] = []
  const findings: MatchFinding[] = []
  let after = first
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, next } = await door.listCharges({ limit: PAGE, ...(after ? { after } : {}) })
    seen.push(...items.map((charge) => charge.id))
    findings.push(...(await matchPage({ door, call }, window, items)))
    if (next === null) return { seen, findings }
    after = next
  }
  throw new Error("The gateway's list has no end.")
}

async function matchPage(
  { door, call }: { readonly door: Gateway; readonly call: CallContext },
  window: MatchWindow,
  items: readonly Charge[],
): Promise<MatchFinding[]> {
  const settled = items.filter((charge) => Temporal.Instant.compare(charge.createdAt, window.to) < 0)
  const references = settled.map((charge) => charge.reference)
  const read = () => call.read((ctx) => listOurSides(ctx, window, references))
  let ours = await read()
  const isBehind = ({ reference, refundedMinor }: Charge) =>
    refundedMinor > (ours.get(reference)?.refundedMinor ?? refundedMinor)
  // Sent back at its own console, and the notice of it was lost.
  const behind = settled.filter(isBehind)
  for (const { id: chargeId, reference } of behind) {
    await readRefunds(door, call, { attemptId: reference, chargeId })
  }
  if (behind.length > 0) ours = await read()
  // Whose notice was lost: few, each in a transaction of its own.
  for (const charge of settled) {
    const mine = ours.get(charge.reference)
    const isTold = charge.feeMinor !== null && charge.feeMinor !== mine?.feeMinor
    if (mine && (charge.disputedAt || mine.isDisputed || isTold)) {
      await call.transact((ctx) => note(ctx, charge))
    }
  }
  return settled.flatMap((charge) => planMatch(charge, ours.get(charge.reference), window.to))
}

async function note(ctx: Context, charge: Charge): Promise<void> {
  const attempt = await getAttempt(ctx, { kind: "all" }, charge.reference, "update")
  await noteDispute(ctx, attempt, charge)
  await noteFee(ctx, attempt, charge)
}
