import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { listReferencesBeingPaid } from "#payments"
import { getSettings } from "#tenancy"
import { unpaidFrom } from "./due-day.ts"
import { endSubscription } from "./end-subscription.ts"
import { findOwed } from "./find-owed.ts"
import { getCollectingPolicy } from "./get-collecting-policy.ts"
import { lockSubscription } from "./lock-subscription.ts"
import { openProductDays } from "./open-product-days.ts"
import { lastDayOf } from "./period.ts"
import { planBackupSince } from "./plan-backup-since.ts"
import { planCollecting } from "./plan-collecting.ts"
import { isRunning } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"
import { wasTold } from "./was-told.ts"
import { wasToldOfEnd } from "./was-told-of-end.ts"

/** It was to end when it was looked at: looked at again with everything held, and ended if that is still so. */
export async function endIfStill(ctx: Context, id: string): Promise<void> {
  const { subscription, request } = await lockSubscription(ctx, { kind: "all" }, id)
  if (!isRunning(subscription)) return
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const owed = (await findOwed(ctx, { subscriptionIds: [id] })).get(id)
  const paying = [request?.id ?? [], owed?.requestId ?? []].flat()
  const beingPaid = await listReferencesBeingPaid(ctx, { kind: "all" }, paying)
  const one = { ...subscription, owedOn: owed?.dueOn ?? null }
  const isMoneyOnItsWay = beingPaid.size > 0
  const policyOf = await openProductDays(ctx, await getCollectingPolicy(ctx))
  const policy = policyOf(one.planId)
  const { act } = planCollecting(one, { today, policy, isMoneyOnItsWay })
  if (act !== "cancel" && act !== "expire") return
  if (!(await (act === "cancel" ? wasToldOfEnd : wasTold)(ctx, one))) return recordUntold(ctx, id)
  if (act === "cancel") {
    const reason = subscription.cancelReason ?? "Cancelled at the end of its paid time."
    return endSubscription(ctx, id, { state: "cancelled", reason, takesSubject: true })
  }
  await endSubscription(ctx, id, {
    state: "expired",
    reason: `Not paid beyond ${lastDayOf(unpaidFrom(one))}.`,
    takesSubject: true,
    backupSince: planBackupSince(policy, one.suspendedOn) ?? undefined,
  })
}

/** A person has to reach them another way, or decide: by itself nothing is deleted that nobody was told of. */
async function recordUntold(ctx: Context, id: string): Promise<void> {
  const trouble = "Not deleted: no mail about it was delivered."
  await ctx.db.update(subscriptions).set({ trouble }).where(eq(subscriptions.id, id))
}
