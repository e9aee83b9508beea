import { writeSync } from "node:fs"
import pg from "pg"
import { machineClock } from "#kit/clock.ts"

/**
 * How a blow falls at a place.
 * kill: the process is gone at once · kill-unanswered: gone after its commit was carried out and before it heard so ·
 * cut: the connection is, at that same moment, and the process goes on.
 */
export const blows = ["kill", "kill-unanswered", "cut"] as const
export type Blow = (typeof blows)[number]

/** What a process is aimed at: several places, and whichever is passed first often enough is the one. */
export interface Aim {
  readonly strikes: readonly Strike[]
  /** First it is left alone for so many passings, so that a company killed all day still gets on. Absent: as before. */
  readonly afterPassings?: number
  /**
   * One death for so many: whoever comes to its place first stands still there until the others have come to theirs, or
   * a moment is over. Default: one.
   */
  readonly together?: number
}

export interface Strike {
  readonly place: string
  readonly blow: Blow
  /** At which passing. */
  readonly nth: number
}

/** A transaction that is about to commit is found by an id that stands in its statements. */
export interface Passing {
  readonly place: string
  readonly subject: string
  readonly commitsNext: boolean
}

/** One line to the process that watches. Written at once: a dying process can't wait for a queue. */
export type Report =
  | { readonly met: string; readonly commits: boolean }
  | ({ readonly struck: Strike } & Wound)

export interface Wound {
  /** The operation or event that was under the hand. */
  readonly subject: string
  /** Machine time: the database's, as long as both run on one machine. */
  readonly atEpochMs: number
}

const REPORTS = 4
/** Longer would only be waiting: what stands still keeps its locks, and the others come to stand behind it. */
const MOST_WAIT_MS = 800

/** Counts every place that is passed, and strikes at those it is aimed at. */
export function createStriker() {
  const met = new Set<string>()
  const clients = watchTransactions()
  let aimed: readonly Strike[] = []
  let calm = 0
  let together = 1
  let dying: { strike: Strike; subject: string }[] = []
  const passings = new Map<string, number>()
  const report = (said: Report) => void writeSync(REPORTS, `${JSON.stringify(said)}\n`)
  const strikeAt = (struck: Strike, subject: string) => {
    report({ struck, subject, atEpochMs: machineClock.now().epochMilliseconds })
  }
  const die = () => {
    for (const { strike, subject } of dying) strikeAt(strike, subject)
    process.kill(process.pid, "SIGKILL")
  }
  /** Nothing more is done under this hand: not while the others come, nor in the moment until the signal arrives. */
  const fall = (strike: Strike, subject: string): Promise<never> => {
    dying = [...dying, { strike, subject }]
    if (dying.length >= together) die()
    else if (dying.length === 1) setTimeout(die, MOST_WAIT_MS)
    return new Promise<never>(() => {})
  }
  return {
    aim: (aim: Aim) => {
      aimed = aim.strikes
      calm = aim.afterPassings ?? calm
      together = aim.together ?? together
      passings.clear()
    },
    pass: ({ place, subject, commitsNext }: Passing): Promise<void> | void => {
      if (!met.has(place)) {
        met.add(place)
        report({ met: place, commits: commitsNext })
      }
      if (calm-- > 0) return undefined
      const times = (passings.get(place) ?? 0) + 1
      passings.set(place, times)
      const strike = aimed.find((one) => one.place === place && one.nth === times)
      // Who is about to die no longer lives through a cut.
      if (!strike || (strike.blow === "cut" && dying.length > 0)) return undefined
      aimed = strike.blow === "cut" ? [] : aimed.filter((one) => one !== strike && one.blow !== "cut")
      if (strike.blow === "kill") return fall(strike, subject)
      const client = clients.find(subject)
      if (!client) throw new Error(`No transaction at ${place} speaks of ${subject}.`)
      client.onCommitted = () => {
        if (strike.blow === "kill-unanswered") return fall(strike, subject)
        strikeAt(strike, subject)
        client.cut()
        throw new Error("Connection terminated unexpectedly")
      }
      return undefined
    },
  }
}

interface WatchedClient {
  spoken: string[]
  /** Between the commit's being carried out and its answer's reaching us. */
  onCommitted: (() => unknown) | undefined
  cut(): void
}

interface Statement {
  readonly text: string
  readonly values?: readonly unknown[]
  /** Of one that opens a transaction in the same message. */
  readonly isBeginning?: boolean
  /** What it says together with its guard. */
  readonly said?: readonly unknown[]
}

/** Follows what each connection says in its open transaction. */
function watchTransactions() {
  const watched = new Map<pg.Client, WatchedClient>()
  const query = pg.Client.prototype.query as unknown as (...given: unknown[]) => Promise<unknown>
  const watchedQuery = async function (this: pg.Client, ...given: unknown[]): Promise<unknown> {
    const statement: Statement =
      typeof given[0] === "string"
        ? { text: given[0], values: (given[1] as unknown[] | undefined) ?? [] }
        : (given[0] as Statement)
    const client = watched.get(this) ?? watch(this)
    client.spoken.push(...textsOf(statement.values ?? textsIn(given[1])))
    const answer = await query.apply(this, given)
    if (statement.text !== "commit") return answer
    client.spoken = []
    const blow = client.onCommitted
    client.onCommitted = undefined
    await blow?.()
    return answer
  }
  const watch = (client: pg.Client): WatchedClient => {
    const made: WatchedClient = {
      spoken: [],
      onCommitted: undefined,
      cut: () =>
        (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy(),
    }
    watched.set(client, made)
    client.once("end", () => watched.delete(client))
    return made
  }
  Object.assign(pg.Client.prototype, {
    // Callers with a callback (the pool's own) are none of ours.
    query(this: pg.Client, ...given: unknown[]) {
      const [first] = given as [Statement & { readonly submit?: unknown }]
      if (first.isBeginning) {
        Object.assign(watched.get(this) ?? watch(this), {
          spoken: textsOf(first.said ?? first.values ?? []),
          onCommitted: undefined,
        })
      }
      return typeof given.at(-1) === "function" || typeof first.submit === "function"
        ? query.apply(this, given)
        : watchedQuery.apply(this, given)
    },
  })
  return {
    find: (subject: string) =>
      [...watched.values()].find((client) => client.spoken.some((text) => text.includes(subject))),
  }
}

function textsIn(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? values : []
}

function textsOf(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === "string")
}
