import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import { money, toWire } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { findHeldRun } from "./find-held-run.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { listRunChanges } from "./list-run-changes.ts"
import { planRunStop, risePercent } from "./plan-run-stop.ts"
import type { runPreviewShape } from "./renewal-run-contract.ts"
import { sumRun } from "./sum-run.ts"

/** What the run of a day would ask for if nothing changes until then, and how that differs from last time. */
export async function previewRun(
  ctx: Context,
  reach: Reach,
  wish: { readonly on?: string | undefined },
): Promise<z.infer<typeof runPreviewShape>> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const held = await findHeldRun(ctx, reach, today)
  const isHeld = held?.state === "held"
  const on = wish.on ? Temporal.PlainDate.from(wish.on) : isHeld ? today : today.add({ days: 1 })
  const sums = await sumRun(ctx, reach, on)
  const changes = await listRunChanges(ctx, reach, on)
  const stops = planRunStop(sums, await getCollectingPolicy(ctx))
  return {
    on: on.toString(),
    today: today.toString(),
    isHeld: isHeld && on.equals(today),
    stops,
    sums: sums.map((one) => ({
      currency: one.currency,
      subscriptions: one.subscriptions,
      accounts: one.accounts,
      automatic: one.automatic,
      now: toWire(money(one.nowMinor, one.currency)),
      before: toWire(money(one.beforeMinor, one.currency)),
      percent: risePercent(one.nowMinor, one.beforeMinor),
    })),
    changes: changes.map(({ now, before, ...one }) => ({
      ...one,
      now: toWire(now),
      before: toWire(before),
      percent: risePercent(now.minor, before.minor),
    })),
  }
}
