import { startupSnapshot } from "node:v8"
import { silentLog } from "#kit/context.ts"
import { openGround } from "../ground.ts"
import { createLog } from "../log.ts"
import { startWorker } from "../worker.ts"
import { changeRelease } from "./changed-release.ts"
import { TRIAL_FILES } from "./trial-files.ts"
import { trialKeyring } from "./trial-keyring.ts"
import { type Aim, createStriker } from "./trial-strike.ts"

/** What a process of a trial is told to be. */
export interface WorkerOrders {
  readonly appUrl: string
  readonly smtpUrl: string
  readonly executorId: string
  readonly silentSeconds: number
  readonly isNextRelease: boolean
  readonly aim: Aim
  readonly isLoud?: boolean
}

/** Those who stand still at a commit keep theirs. */
const MOST_CONNECTIONS = 9

/** What it may be told later. */
export type WorkerWish = { readonly aim: Aim } | { readonly wake: true } | { readonly leave: true }

/**
 * A worker in a process of its own, started from a picture of this module's memory. It is started early and waits for
 * its orders, so that it is there at once.
 */
startupSnapshot.setDeserializeMainFunction(() => {
  process.once("message", (orders: WorkerOrders) => void work(orders))
  process.once("disconnect", () => process.exit(0))
  process.send?.("here", () => {})
})

async function work(orders: WorkerOrders): Promise<void> {
  const log = orders.isLoud ? createLog({ level: "warn" }) : silentLog
  const striker = createStriker()
  striker.aim(orders.aim)
  const ground = await openGround({
    appUrl: orders.appUrl,
    keyring: trialKeyring(),
    log,
    allowPrivate: true,
    // Each is a process of the database's too, begun and ended with every death.
    maxConnections: MOST_CONNECTIONS,
    filesPlace: TRIAL_FILES,
  })
  const worker = await startWorker(ground, {
    executorId: orders.executorId,
    smtpUrl: orders.smtpUrl,
    silentSeconds: orders.silentSeconds,
    boundary: ({ at, name, step, operationId }) =>
      striker.pass({
        place: `${name} / ${step ?? "the whole"} / ${at}`,
        subject: operationId,
        commitsNext: at === "before-commit",
      }),
    deliveryBoundary: (at, { reaction, eventId }) =>
      striker.pass({ place: `${reaction} / ${at}`, subject: eventId, commitsNext: at === "before-commit" }),
    ...(orders.isNextRelease ? { changeKinds: changeRelease } : {}),
  })
  process.on("message", (wish: WorkerWish) => {
    if ("aim" in wish) striker.aim(wish.aim)
    // What was moved is known to the database first, and to this process a moment later.
    else if ("wake" in wish) void ground.refreshClock().then(() => worker.wake())
    else void leave()
  })
  const leave = async () => {
    await worker.stop()
    await ground.close()
    process.exit(0)
  }
  process.send?.("working", () => {})
}
