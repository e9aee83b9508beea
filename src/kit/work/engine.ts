import { chance } from "../chance.ts"
import type { Clock } from "../clock.ts"
import type { Context, Log } from "../context.ts"
import type { Database, Transaction } from "../db.ts"
import type { NewId } from "../id.ts"
import { startTimer } from "../outside/timer.ts"
import type { WorkKind } from "./define.ts"

/** What playing work needs, whoever decides when: shared by all runners. */
export interface EngineOptions {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly kinds: readonly WorkKind[]
  /** New for every start of a process: the heartbeat of a dead one must not be mistaken for ours. */
  readonly executorId: string
  /** Spreads the pauses between tries; simulations hand in a seeded one. */
  readonly random?: () => number
  /** An outside call that takes longer counts as failed. */
  readonly callTimeoutSeconds?: number
  /** Measures that time; gives what stops the measuring. In a simulation only a play's own turns count. */
  readonly measurePatience?: (milliseconds: number, onOver: () => void) => () => void
  /** Fault trials stand here; in a running company nobody does. */
  readonly boundary?: (boundary: Boundary) => Promise<void> | void
}

/** A place where a process may die and nothing may be lost or doubled by it. */
export interface Boundary {
  readonly at: BoundaryPlace
  readonly executorId: string
  readonly tenant: string
  readonly operationId: string
  /** The kind of work. */
  readonly name: string
  readonly step: string | undefined
}

export const boundaryPlaces = [
  "segment-begun",
  "step-begins",
  "call-claimed",
  "call-looked",
  "call-answered",
  "before-commit",
  "after-commit",
] as const
export type BoundaryPlace = (typeof boundaryPlaces)[number]

/** Thrown by a boundary: the play ends here as if its process had died. */
export class Crashed extends Error {
  override readonly name = "Crashed"
}

/** Somebody else plays this operation now; whatever this play still wants to write is refused. */
export class Fenced extends Error {
  override readonly name = "Fenced"
}

export interface Engine extends Required<EngineOptions> {
  readonly kindsByName: ReadonlyMap<string, WorkKind>
  /** Operations this process holds in its hands right now. */
  readonly inFlight: Set<string>
  /** Aborted when the process wants to stop: plays hand over at their next step. */
  readonly draining: AbortController
  /** Aborted when the grace is over: outside calls are let go. */
  readonly halting: AbortController
}

const DEFAULT_CALL_TIMEOUT_SECONDS = 300

export function createEngine(options: EngineOptions): Engine {
  const kindsByName = new Map(options.kinds.map((kind) => [kind.name, kind]))
  if (kindsByName.size < options.kinds.length) throw new Error("Two kinds of work share a name.")
  return {
    random: chance,
    callTimeoutSeconds: DEFAULT_CALL_TIMEOUT_SECONDS,
    measurePatience: startTimer,
    boundary: () => {},
    ...options,
    kindsByName,
    inFlight: new Set(),
    draining: new AbortController(),
    halting: new AbortController(),
  }
}

/** The context of work: nobody asked, the house itself acts. */
export function systemContext(
  parts: Pick<EngineOptions, "clock" | "newId" | "log">,
  tenant: string,
  db: Transaction,
  name: string,
): Context {
  const { clock, newId, log } = parts
  return {
    tenant,
    db,
    clock,
    newId,
    log,
    actor: { kind: "system", name, permissions: new Set() },
    language: "en",
  }
}
