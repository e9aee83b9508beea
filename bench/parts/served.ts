import { readFileSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"
import { type LoadWish, measureLoad } from "./load.ts"
import { type Comparison, comparePairs, judge, type Pair, type Target } from "./pairs.ts"

/** Something that answers requests, and the process that does it. */
export interface Served {
  readonly pid: number
  readonly wish: LoadWish
}

/**
 * Answers a second, and beside them what an answer costs the serving process in processor time: neighbours on the
 * machine make the first figure smaller and leave the second almost alone.
 */
export async function compareServed(plan: {
  readonly name: string
  readonly isShort: boolean
  readonly target?: Target | undefined
  readonly reference: Served
  readonly subject: Served
}): Promise<Comparison[]> {
  const { name, isShort, target } = plan
  const costs = { reference: [] as number[], subject: [] as number[] }
  const delays: Pair[] = []
  const idle = isShort
    ? { reference: 0, subject: 0 }
    : {
        reference: await measureIdle(plan.reference.pid),
        subject: await measureIdle(plan.subject.pid),
      }
  const take = (side: "reference" | "subject") => async () => {
    const { pid, wish } = plan[side]
    const before = readProcessorMs(pid)
    const { rate, answers, p50, p99 } = await measureLoad({ ...wish, isShort })
    if (side === "subject") delays.push({ reference: Math.max(1, p50), subject: p99 })
    const seconds = answers / rate
    costs[side].push((readProcessorMs(pid) - before - idle[side] * seconds) / answers)
    return rate
  }
  const rates = await comparePairs({
    name,
    unit: "requests/s",
    isShort,
    ...(target ? { target } : {}),
    reference: take("reference"),
    subject: take("subject"),
  })
  // A short take is shorter than what the kernel counts in.
  if (isShort) return [rates]
  // The first of each was for warmth.
  const pairs: Pair[] = rates.pairs.map((_, index) => ({
    reference: costs.reference.at(index - rates.pairs.length) ?? Number.NaN,
    subject: costs.subject.at(index - rates.pairs.length) ?? Number.NaN,
  }))
  return [
    rates,
    judge({ name: "  processor time an answer", unit: "ms" }, pairs),
    judge({ name: "  its p99 / its p50", unit: "ms", target: CALM }, delays.slice(-rates.pairs.length)),
  ]
}

/** Who waits longest waits no more than three times as long as most. */
const CALM: Target = { atMost: 3, isGoal: true }

/** What it burns in a second when nobody asks: the worker looks for work twenty times a second. */
async function measureIdle(pid: number): Promise<number> {
  const before = readProcessorMs(pid)
  await pause(IDLE_SECONDS * 1_000)
  return (readProcessorMs(pid) - before) / IDLE_SECONDS
}

const IDLE_SECONDS = 3

/** The kernel counts in hundredths of a second: enough over two seconds of load. */
const TICK_MS = 10

function readProcessorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ")
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
