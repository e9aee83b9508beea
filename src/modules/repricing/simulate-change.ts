import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { type Money, money, toWire } from "#kit/money.ts"
import { ASK_AGAIN_PERCENT, type simulationShape, type simulationViews } from "./contract.ts"
import { listPlanned, type PlannedAgreement } from "./list-planned.ts"
import { type ChangeGround, type ChangeWish, loadWish } from "./load-wish.ts"
import { type ChangeSum, sumChange } from "./sum-change.ts"

type Simulation = z.infer<typeof simulationShape>
export type SimulationView = (typeof simulationViews)[number]

export interface SimulationWish extends ChangeWish {
  readonly view?: SimulationView | undefined
  readonly after?: string | undefined
  readonly limit: number
}

const AT_ONCE = 500
/** A filter that matches almost nobody is looked for so far at a time; the next page goes on from there. */
const MOST_LOOKED_AT = 20

/** Who would pay what from when: the plan of the change, with nothing written. */
export async function simulateChange(ctx: Context, reach: Reach, wish: SimulationWish): Promise<Simulation> {
  const ground = await loadWish(ctx, reach, wish)
  const sums = await sumChange(ctx, reach, { wish, ground })
  const { country, from, ground: words } = ground.rule
  return {
    from: ground.fromOn.toString(),
    targets: ground.targets.map((target) => ({
      planId: target.planId,
      planName: target.name,
      versionId: target.id,
      version: target.number,
      isPublished: target.publishedAt !== null,
    })),
    rule: { country, from, ground: words },
    askAgainPercent: ASK_AGAIN_PERCENT,
    sums: sums.map((sum) => describeSum(sum, wish)),
    page: await listShown(ctx, reach, { wish, ground }),
  }
}

async function listShown(
  ctx: Context,
  reach: Reach,
  { wish, ground }: { readonly wish: SimulationWish; readonly ground: ChangeGround },
): Promise<Simulation["page"]> {
  const { limit, view } = wish
  const shown: PlannedAgreement[] = []
  let after = wish.after
  for (let chunk = 0; chunk < MOST_LOOKED_AT; chunk++) {
    const page = await listPlanned(ctx, reach, { wish, ground, after, limit: view ? AT_ONCE : limit })
    for (const item of page.items.filter((one) => isShown(one, wish))) {
      if (shown.length === limit) return { items: shown.map(show), next: shown.at(-1)?.key ?? null }
      shown.push(item)
    }
    after = page.next ?? undefined
    if (!after || !view) return { items: shown.map(show), next: page.next }
  }
  return { items: shown.map(show), next: after ?? null }

  function show(item: PlannedAgreement) {
    return describeSimulated(item, wish)
  }
}

function isShown({ plan }: PlannedAgreement, { view, withoutConsent }: SimulationWish): boolean {
  if (!view) return true
  if ("hindrance" in plan) return view === "not_possible"
  if (view === "not_possible") return false
  if (view === "ends") return plan.need === "consent" && withoutConsent === "end"
  return view === "consent" || view === "notice" ? plan.need === view : plan.direction === view
}

function describeSum(sum: ChangeSum, { withoutConsent }: ChangeWish): Simulation["sums"][number] {
  const { currency, beforeMinor, afterMinor, more, less, same, ...counts } = sum
  const wire = (minor: bigint) => toWire(money(minor, currency))
  const counted = (one: ChangeSum["more"]) => ({
    subscriptions: one.subscriptions,
    difference: wire(one.differenceMinor),
  })
  return {
    ...counts,
    currency,
    before: wire(beforeMinor),
    after: wire(afterMinor),
    more: counted(more),
    less: counted(less),
    same: counted(same),
    ends: withoutConsent === "end" ? sum.mustConsent : 0,
    firstToldOn: sum.firstToldOn?.toString() ?? null,
    firstOn: sum.firstOn?.toString() ?? null,
    lastOn: sum.lastOn?.toString() ?? null,
  }
}

function describeSimulated(
  { one, isBusiness, plan }: PlannedAgreement,
  { withoutConsent }: ChangeWish,
): Simulation["page"]["items"][number] {
  const known = "hindrance" in plan ? undefined : plan
  const wire = (amount: Money | undefined) => (amount ? toWire(amount) : null)
  const isEnding = known?.need === "consent" && withoutConsent === "end"
  return {
    subscriptionId: one.id,
    accountId: one.accountId,
    accountName: one.accountName,
    words: one.words,
    cycle: one.cycle,
    isBusiness,
    hindrance: "hindrance" in plan ? plan.hindrance : null,
    need: known?.need ?? null,
    direction: known?.direction ?? null,
    before: wire(known?.before),
    after: wire(known?.after),
    difference: wire(known?.difference),
    firstOn: known?.firstOn.toString() ?? null,
    tellOn: known && known.direction !== "same" ? known.tellOn.toString() : null,
    answerBy: known?.need === "consent" ? known.answerBy.toString() : null,
    endsOn: isEnding ? known.answerBy.toString() : null,
  }
}
