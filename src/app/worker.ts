import type { Delivering, DeliveryPlace } from "#kit/events/deliver.ts"
import { createEventDispatcher } from "#kit/events/dispatcher.ts"
import { startSweeps } from "#kit/sweeps/play-due-sweeps.ts"
import { startDbosRunner } from "#kit/work/dbos-runner.ts"
import type { WorkKind } from "#kit/work/define.ts"
import type { Boundary } from "#kit/work/engine.ts"
import type { Ground } from "./ground.ts"
import { listReactions } from "./reactions.ts"
import { sweeps } from "./sweeps.ts"
import { listTenantZones } from "./tenant-zones.ts"
import { listWorkKinds, listWorkTitles, openMailTransport, type WorkChoices } from "./work.ts"

export interface Worker {
  /** Looks at once for everything that has become due: after the clock was moved. */
  wake(): Promise<void>
  stop(): Promise<void>
}

export interface WorkerOptions {
  readonly executorId: string
  readonly smtpUrl: string
  /** Where host names are looked up; absent: in the world's own name service. */
  readonly nameServiceUrl?: string
  /** Who is asked about VAT numbers; absent: the Commission's own service. */
  readonly viesUrl?: string
  /** Fault trials stand here; in a running company nobody does. */
  readonly boundary?: (boundary: Boundary) => Promise<void> | void
  readonly deliveryBoundary?: (at: DeliveryPlace, delivery: Delivering) => Promise<void> | void
  /** Another release's kinds of work, for trials of an upgrade. */
  readonly changeKinds?: (kinds: readonly WorkKind[]) => readonly WorkKind[]
  /** How soon a silent process's work is taken over. */
  readonly silentSeconds?: number
}

/** Plays work, delivers events and runs sweeps, until it is stopped. */
export async function startWorker(ground: Ground, options: WorkerOptions): Promise<Worker> {
  const { database, clock, newId, log, listener } = ground
  const mail = openMailTransport(options.smtpUrl)
  const kinds = (options.changeKinds ?? keep)(listWorkKinds(ground, mail, choicesOf(options)))
  const reactions = listReactions(listWorkTitles(kinds), ground.keyring)
  const runner = await startDbosRunner({
    database,
    clock,
    newId,
    log,
    listener,
    kinds,
    executorId: options.executorId,
    ...(options.boundary ? { boundary: options.boundary } : {}),
    ...(options.silentSeconds === undefined ? {} : { silentSeconds: options.silentSeconds }),
  })
  const dispatcher = createEventDispatcher({
    database,
    clock,
    newId,
    log,
    reactions,
    ...(options.deliveryBoundary ? { boundary: options.deliveryBoundary } : {}),
  }).start(listener)
  const sweeping = startSweeps({
    database,
    clock,
    newId,
    log,
    sweeps,
    listTenants: () => listTenantZones(ground),
  })
  const wake = async () => {
    await Promise.all([sweeping.wake(), dispatcher.wake(), runner.wake()])
  }
  const unsubscribe = ground.onClockMove(() => void wake())
  return {
    wake,
    stop: async () => {
      unsubscribe()
      await Promise.all([sweeping.stop(), dispatcher.stop()])
      await runner.stop()
      mail.close()
    },
  }
}

const keep = (kinds: readonly WorkKind[]) => kinds

function choicesOf({ nameServiceUrl, viesUrl }: WorkerOptions): WorkChoices {
  return {
    ...(nameServiceUrl === undefined ? {} : { nameServiceUrl }),
    ...(viesUrl === undefined ? {} : { viesUrl }),
  }
}
