import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import type { Context, Reach } from "#kit/context.ts"
import { fromWire, isSame, money, type WireMoney } from "#kit/money.ts"
import { startWork } from "#kit/work/start-work.ts"
import { getSettings } from "#tenancy"
import { collectPaymentsWork } from "./collect-payments.ts"
import { heldRuns } from "./collecting-tables.ts"
import { billingRefusals } from "./errors.ts"
import { findHeldRun } from "./find-held-run.ts"
import { sumRun } from "./sum-run.ts"

const wholeHouse: Reach = { kind: "all" }

/** Somebody has looked at today's held run and wants it: these sums, and no more, are asked for at once. */
export async function confirmRun(ctx: Context, wish: { readonly sums: readonly WireMoney[] }): Promise<void> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const held = await findHeldRun(ctx, wholeHouse, today, "update")
  if (held?.state !== "held") return billingRefusals.refuse("billing.run_not_held", { day: today.toString() })
  const sums = (await sumRun(ctx, wholeHouse, today)).map(({ currency, nowMinor }) =>
    money(nowMinor, currency),
  )
  const isSeen = sums.every((sum) =>
    wish.sums.some((seen) => seen.currency === sum.currency && isSame(fromWire(seen), sum)),
  )
  if (!isSeen) return billingRefusals.refuse("billing.run_changed", { day: today.toString() })
  const asked = sums.map(({ currency, minor }) => ({ currency, minor: minor.toString() }))
  await ctx.db
    .update(heldRuns)
    .set({
      state: "confirmed",
      sums: asked,
      confirmedAt: ctx.clock.now(),
      confirmedBy: ctx.actor.kind === "staff" ? ctx.actor.personId : null,
    })
    .where(eq(heldRuns.id, held.id))
  await startWork(ctx, collectPaymentsWork, { day: today.toString() }, { key: `${today} ${held.heldAt}` })
  await recordAudit(ctx, {
    act: "billing.run-confirmed",
    subjectId: today.toString(),
    before: { because: held.because },
    after: { sums: asked },
  })
}
