import { type CallContext, GiveUp, TryLater } from "#kit/work/define.ts"
import type { ProvisioningDoors } from "./means.ts"
import { describeCall, openPanel } from "./open-panel.ts"
import { everything, lockService } from "./queries.ts"
import type { OnService } from "./work-heads.ts"

/** Backups take minutes to hours. */
const LOOK_AGAIN_SECONDS = 300

export interface SeenBackup extends Record<string, string> {
  readonly madeAt: string
}

/**
 * The backup that a deletion waits for; null where none is waited for: the panel tells of none, has lost the machine, or a
 * person has decided otherwise. Without one a person decides, and the machine stands still until then.
 */
export async function findBackup(
  doors: ProvisioningDoors,
  call: CallContext,
  input: OnService,
): Promise<SeenBackup | null> {
  const { remoteId, backupSince } = await call.transact((ctx) =>
    lockService(ctx, everything, input.serviceId),
  )
  if (!remoteId || !backupSince) return null
  const { connected } = await openPanel(doors, call, input.panelId)
  const backups = await connected.findBackups?.(describeCall(call), remoteId)
  if (!backups) return null
  const { newest, isBeingMade } = backups
  const madeOn = newest?.toZonedDateTimeISO("UTC").toPlainDate()
  if (newest && madeOn && Temporal.PlainDate.compare(madeOn, backupSince) >= 0) {
    return { madeAt: newest.toString() }
  }
  if (isBeingMade) throw new TryLater("The panel is still making a backup.", LOOK_AGAIN_SECONDS)
  const known = newest ? `the newest is of ${madeOn}` : "it has none"
  throw new GiveUp(
    `Not deleted: the panel has no whole backup made on ${backupSince} or later; ${known}. Make one there and retry, or delete it without one on the service's page.`,
    { trouble: "undecided" },
  )
}
