import type { Log } from "#kit/context.ts"
import type { Language, Say } from "#kit/refusal.ts"
import type { OutsideCall } from "#kit/work/define.ts"
import type { Resources } from "../service.ts"

/**
 * One outside panel, behind one interface. Every method may run twice: it first looks for what an earlier
 * try left. A method says no in three ways: `TryLater` (busy, rate limited: no failure), `GiveUp` (a person
 * must look), any other error (unknown or passing: the work tries again, and the method looks before it acts).
 */
export interface Driver {
  readonly name: string
  /** What the sealed credentials must hold: ["token"]. */
  readonly credentialFields: readonly string[]
  /** Creating, cut where a crash may fall between: the saga runs each as a step of its own. */
  readonly createSteps: readonly CreateStep[]
  connect(panel: PanelAccess, http: PanelHttp): ConnectedDriver
}

/** The way out, as drivers need it: one request, one whole answer, bounded in time and size by who gives it. */
export interface PanelHttp {
  send(call: DriverCall, request: PanelRequest): Promise<PanelAnswer>
}

export interface PanelRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** Below the panel's base address; built with the `path` tag of kit/outside. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly headers: Readonly<Record<string, string>>
  readonly json?: object
}

/** 429, 5xx and silence never get here: they are errors of their own kind. */
export interface PanelAnswer {
  readonly status: number
  readonly text: string
}

export interface PanelAccess {
  readonly id: string
  readonly panelUrl: string
  readonly credentials: Readonly<Record<string, string>>
}

export interface ConnectedDriver {
  /** One of the driver's create steps, by its name. */
  create(step: string, call: BuildCall): Promise<void>
  /** What a create whose answer never came may have left behind: for taking an order back. */
  findLost(call: BuildCall): Promise<string | undefined>
  /** Where the building stands. Asked every few seconds; throws when it has failed for good. */
  readBuild(call: DriverCall, remoteId: string): Promise<"building" | "built">
  /** When the password of the build was never seen (its answer was lost): make another one and keep it. */
  renewCredentials(call: BuildCall): Promise<void>
  suspend(call: DriverCall, remoteId: string): Promise<void>
  unsuspend(call: DriverCall, remoteId: string): Promise<void>
  /** The panel's package, and our own sizes where they differ from it: what was chosen beyond the plan. */
  changePlan(call: DriverCall, remoteId: string, wanted: WantedSize): Promise<PlanChange>
  /** What the panel has saved of it; undefined when it doesn't know the machine. Absent where a panel tells nothing of backups. */
  findBackups?(call: DriverCall, remoteId: string): Promise<RemoteBackups | undefined>
  /** Done when the panel no longer knows it; throws TryLater until then. */
  terminate(call: DriverCall, remoteId: string): Promise<void>
  /** Undefined when the panel itself says that it does not know it. */
  inspect(call: DriverCall, remoteId: string): Promise<RemoteService | undefined>
  /** One page of everything on the panel; `next` goes back in as `after`. */
  list(call: DriverCall, after?: string): Promise<{ items: RemoteListItem[]; next: string | null }>
  /** What else can be done with a machine here. */
  readonly actions: readonly DriverAction[]
  signOnLink(call: DriverCall, owner: PanelOwner, remoteId: string): Promise<SignOnLink>
  test(call: DriverCall): Promise<TestReport>
  capacity(call: DriverCall, order: BuildOrder, remoteUserId: string): Promise<Capacity>
}

export interface CreateStep {
  /** Written down for ever: resuming finds steps by it. */
  readonly name: string
  readonly say: Say
  /** Whether an owner's other orders wait while this runs (the panel can't tell two new machines apart). */
  readonly alone?: boolean
  /** The one that leaves a machine behind: taking it back deletes that. */
  readonly makes?: boolean
}

/** What any call to a panel is given. */
export interface DriverCall {
  readonly log: Log
  readonly signal: AbortSignal
  now(): Temporal.Instant
  /** Whoever sends the request writes it down here, redacted, for the operations page. */
  note(made: OutsideCall): void
}

/** What a create step is given: the order, what earlier tries learnt, and ways to remember at once. */
export interface BuildCall extends DriverCall {
  readonly order: BuildOrder
  /** Whom it is built for: asked where somebody has to be made there. */
  owner(): Promise<PanelOwner>
  notes(): BuildNotes
  /** A short transaction of its own: what is learnt outlives a crash right after. */
  remember(change: BuildNotes): Promise<void>
  /** Machines that other services of ours hold on this panel, of those given. */
  heldByOthers(remoteIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Sealed at once; never logged, never part of the notes. */
  keepCredentials(found: { readonly user: string; readonly password: string }): Promise<void>
  hasCredentials(): Promise<boolean>
}

/** What is to be built, in our words. */
export interface BuildOrder {
  readonly serviceId: string
  readonly hostname: string
  readonly packageId: number
  readonly groupId: number
  readonly templateId: number
  readonly resources: Resources
}

export interface PanelOwner {
  /** Our number for the account at this panel. */
  readonly relation: number
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** Plain ids and moments, stored in clear: no secret belongs here. */
export interface BuildNotes {
  readonly remoteUserId?: string
  readonly knownRemoteIds?: readonly string[]
  readonly notedAt?: string
  readonly allocateAskedAt?: string
  readonly remoteId?: string
  readonly adopted?: boolean
  readonly buildAskedAt?: string
  readonly passwordQueueId?: string
}

export interface RemoteService {
  readonly remoteId: string
  readonly remoteUserId: string
  readonly hostname: string | null
  readonly name: string
  readonly packageName?: string
  readonly state: "allocated" | "building" | "running" | "suspended" | "failed"
  readonly addresses: readonly string[]
  readonly resources: { readonly memoryMb: number; readonly storageGb: number; readonly cpuCores: number }
}

export interface RemoteBackups {
  /** When the newest whole one was made. */
  readonly newest: Temporal.Instant | undefined
  readonly isBeingMade: boolean
}

export interface RemoteListItem {
  readonly remoteId: string
  readonly name: string
  readonly suspended: boolean
  readonly createdAt: string
}

export interface Difference {
  readonly what: string
  readonly ours: string
  readonly theirs: string
}

export interface WantedSize {
  readonly packageId: number
  readonly resources: Resources
}

export interface PlanChange {
  /** What the panel did not do, in its own words: for the operator, 200 isn't "complete". */
  readonly notices: readonly string[]
}

export interface SignOnLink {
  readonly url: string
  readonly expiresInSeconds: number
}

export interface TestReport {
  readonly ok: boolean
  readonly checks: readonly { readonly what: string; readonly ok: boolean; readonly words: string }[]
}

export type Capacity = { readonly room: true } | { readonly room: false; readonly because: string }

export type DriverAction = "boot" | "shutdown" | "restart" | "power_off" | "reset_password" | "reinstall"
