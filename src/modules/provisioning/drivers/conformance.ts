import { GiveUp, TryLater } from "#kit/work/define.ts"
import type {
  BuildCall,
  BuildNotes,
  BuildOrder,
  ConnectedDriver,
  CreateStep,
  DriverCall,
  PanelOwner,
} from "./driver.ts"

/**
 * What every driver must get right, against its stand-in over real HTTP. A new driver writes a bench (how its
 * stand-in is spoilt and read) and gets all cases; `conformance-cases.ts` lists them.
 */
export interface Bench {
  readonly name: string
  readonly steps: readonly CreateStep[]
  /** Patient for most cases; `timeoutMs` for those in which the panel stays silent. */
  connect(options?: {
    readonly timeoutMs?: number
    readonly credentials?: "right" | "wrong" | "limited"
  }): ConnectedDriver
  /** Spoils the next calls of that meaning. */
  spoil(
    call: BenchCall,
    fault: BenchFault,
    options?: { readonly times?: number; readonly delayMs?: number },
  ): Promise<void>
  /** The panel's own books. */
  machines(): Promise<readonly BenchMachine[]>
  /** Somebody else's machines, to make lists long; and one that looks exactly like an order's. */
  addStrangers(count: number): Promise<void>
  addTwin(build: FakeBuild): Promise<void>
  /** Whether that password opens the machine. */
  opens(remoteId: string, password: string): Promise<boolean>
  passTime(seconds: number): void
  now(): Temporal.Instant
  buildTakes(seconds: number): Promise<void>
  /** Suspended by somebody in the panel itself. */
  suspendByHand(remoteId: string): Promise<void>
  restart(): Promise<void>
  newOrder(
    change?: Partial<Pick<BuildOrder, "hostname">> & {
      readonly ownerName?: string
      readonly ownerEmail?: string
    },
  ): BenchOrder
  reset(): Promise<void>
}

export type BenchCall =
  | "user"
  | "room"
  | "make"
  | "find"
  | "build"
  | "read"
  | "suspend"
  | "delete"
  | "backups"
  | "list"
  | "link"
export type BenchFault =
  | "slow"
  | "timeout"
  | "timeout_after_success"
  | "reset"
  | "reset_after_success"
  | "error_500"
  | "error_500_after_success"
  | "garbage"
  | "garbage_after_success"
  | "bare_404"
  | "rate_limit"
  | "locked"
  | "full"
  | "build_fails"
  | "delete_lingers"
  | "no_backups"

export interface BenchMachine {
  readonly remoteId: string
  readonly name: string
  readonly hostname: string | null
  readonly suspended: boolean
  readonly builds: number
}

export type BenchOrder = BuildOrder & { readonly owner: PanelOwner }

/** An order with a memory like our rows: it outlives the crash of whoever was building. */
export interface FakeBuild {
  readonly order: BenchOrder
  notes: BuildNotes
  password: string | undefined
  /** The next id that should be remembered is lost, as in a crash right after the answer. */
  losesNextId: boolean
  held: Set<string>
}

export function newBuild(order: BenchOrder): FakeBuild {
  return { order, notes: {}, password: undefined, losesNextId: false, held: new Set() }
}

export class Died extends Error {
  override readonly name = "Died"
}

export function callOf(bench: Bench): DriverCall {
  return {
    log: quiet,
    signal: new AbortController().signal,
    now: () => bench.now(),
    note: () => {},
  }
}

export function buildCallOf(bench: Bench, build: FakeBuild): BuildCall {
  return {
    ...callOf(bench),
    order: build.order,
    owner: async () => build.order.owner,
    notes: () => build.notes,
    remember: async (change) => {
      if (change.remoteId && build.losesNextId) {
        build.losesNextId = false
        throw new Died("died before the id was written down")
      }
      build.notes = { ...build.notes, ...change }
    },
    heldByOthers: async (ids) => new Set(ids.filter((id) => build.held.has(id))),
    keepCredentials: async ({ password }) => {
      build.password = password
    },
    hasCredentials: async () => build.password !== undefined,
  }
}

/** A build of ten minutes, asked about every five seconds, and room for trouble. */
const MOST_ROUNDS = 300

/** As the saga plays it: "later" is waited for, failures are tried again a few times, "give up" ends it. */
export async function persist<Result>(bench: Bench, body: () => Promise<Result>, tries = 5): Promise<Result> {
  let failures = 0
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    try {
      return await body()
    } catch (error) {
      if (error instanceof GiveUp) throw error
      if (error instanceof TryLater) {
        bench.passTime(error.afterSeconds)
        continue
      }
      failures += 1
      if (failures >= tries) throw error
      bench.passTime(5)
    }
  }
  throw new Error("It never came to an end.")
}

/** A whole create: every step, the wait, the password. `between` stands where a crash or restart may fall. */
export async function createAll(
  bench: Bench,
  build: FakeBuild,
  options: { readonly driver?: ConnectedDriver; readonly between?: () => Promise<void> } = {},
): Promise<string> {
  const driver = options.driver ?? bench.connect()
  for (const step of bench.steps) {
    await persist(bench, () => driver.create(step.name, buildCallOf(bench, build)))
    await options.between?.()
  }
  const remoteId = build.notes.remoteId
  if (!remoteId) throw new Error("No create step left a machine's id.")
  await persist(bench, async () => {
    if ((await driver.readBuild(callOf(bench), remoteId)) !== "built") throw new TryLater("building", 5)
  })
  if (build.password === undefined || build.notes.passwordQueueId) {
    await persist(bench, () => driver.renewCredentials(buildCallOf(bench, build)))
  }
  return remoteId
}

const quiet = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => quiet,
}
