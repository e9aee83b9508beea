import type { Context } from "#kit/context.ts"
import { type CallContext, defineWork, GiveUp, type WorkKind } from "#kit/work/define.ts"
import { findBackup } from "./find-backup.ts"
import type { ProvisioningDoors } from "./means.ts"
import { describeCall, openPanel } from "./open-panel.ts"
import { everything, lockService } from "./queries.ts"
import { recordBackup } from "./record-backup.ts"
import { recordEnded } from "./record-ended.ts"
import { recordObserved } from "./record-observed.ts"
import { recordPlanApplied } from "./record-plan-applied.ts"
import type { Resources } from "./service.ts"
import { applySuspensionHead, changePlanHead, type OnService, terminateServiceHead } from "./work-heads.ts"

/** Wishes may change while the panel is being asked; more often than this in one go is a fault of ours. */
const MOST_ROUNDS = 20

/**
 * Brings the panel to what is wished now, not to what was wished when this began; and looks again after. So
 * "suspend, lift, suspend" may overlap in any order and the last wish wins.
 */
export function applySuspensionWork(doors: ProvisioningDoors): WorkKind<OnService> {
  return defineWork({
    ...applySuspensionHead,
    run: async (work, input) => {
      for (let round = 1; round <= MOST_ROUNDS; round++) {
        const reached = await work.call(`apply-${round}`, (call) => applyWish(doors, call, input))
        if (reached === "ended") return
        const found = await work.record(`record-${round}`, (ctx) =>
          recordObserved(ctx, input.serviceId, reached),
        )
        if (found === "as wished") return
      }
      throw new GiveUp("The wish kept changing.")
    },
  })
}

/** Brings the machine to the plan that is written down now; changed meanwhile, it is brought there as well. */
export function changePlanWork(doors: ProvisioningDoors): WorkKind<OnService> {
  return defineWork({
    ...changePlanHead,
    run: async (work, input) => {
      for (let round = 1; round <= MOST_ROUNDS; round++) {
        const applied = await work.call(`apply-plan-${round}`, (call) => applyPlan(doors, call, input))
        if (!applied) return
        const found = await work.record(`record-plan-${round}`, (ctx) =>
          recordPlanApplied(ctx, input.serviceId, applied),
        )
        if (found === "as wished") return
      }
      throw new GiveUp("The plan kept changing.")
    },
  })
}

export function terminateServiceWork(doors: ProvisioningDoors): WorkKind<OnService> {
  return defineWork({
    ...terminateServiceHead,
    run: async (work, input) => {
      const saved = await work.call("find-backup", (call) => findBackup(doors, call, input))
      if (saved) await work.record("note-backup", (ctx) => recordBackup(ctx, input.serviceId, saved))
      // A deletion that lingers on the panel is no failure: it is asked about for as long as it takes.
      await work.call("delete", async (call) => {
        const { remoteId } = await call.transact((ctx) => readWish(ctx, input))
        if (!remoteId) return
        const { connected } = await openPanel(doors, call, input.panelId)
        await connected.terminate(describeCall(call), remoteId)
      })
      await work.record("mark-ended", (ctx) => recordEnded(ctx, input.serviceId), { isLast: true })
    },
  })
}

async function applyWish(
  doors: ProvisioningDoors,
  call: CallContext,
  input: OnService,
): Promise<"running" | "suspended" | "ended"> {
  const { desired, remoteId } = await call.transact((ctx) => readWish(ctx, input))
  if (desired === "ended") return "ended"
  if (!remoteId) throw new GiveUp(`${input.serviceId} has no machine.`)
  const { connected } = await openPanel(doors, call, input.panelId)
  const driverCall = describeCall(call)
  if (desired === "suspended") {
    await connected.suspend(driverCall, remoteId)
    return "suspended"
  }
  await connected.unsuspend(driverCall, remoteId)
  return "running"
}

/** Asking twice for the same package changes nothing, so a lost answer is asked again. */
async function applyPlan(
  doors: ProvisioningDoors,
  call: CallContext,
  input: OnService,
): Promise<{ packageId: number; resources: Record<keyof Resources, number>; notices: string[] } | null> {
  const { desired, remoteId, plan } = await call.transact((ctx) => readWish(ctx, input))
  if (desired === "ended" || !remoteId) return null
  const { connected } = await openPanel(doors, call, input.panelId)
  const { notices } = await connected.changePlan(describeCall(call), remoteId, plan)
  return { packageId: plan.packageId, resources: { ...plan.resources }, notices: [...notices] }
}

function readWish(ctx: Context, input: OnService) {
  return lockService(ctx, everything, input.serviceId)
}
