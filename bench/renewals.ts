// renewals: asking for a day's renewals among 10,000 and 100,000 agreements (--million: one more), beside COPY of the same rows (B1).
import { openRenewalsAhead } from "#billing/testing"
import { readMemoryMb } from "./parts/memory.ts"
import { type Options, readOptions } from "./parts/options.ts"
import { type Comparison, comparePairs, judge, median } from "./parts/pairs.ts"
import { openRenewalCopy } from "./parts/renewal-copy.ts"
import { killInTheMiddle } from "./parts/renewal-kill.ts"
import { openRenewalYard, type RenewalStock, type RenewalYard } from "./parts/renewal-stock.ts"
import { compareTwoWorkers } from "./parts/renewal-workers.ts"
import { renewAll, renewChunk } from "./parts/renewing.ts"
import { printTable, reportComparisons } from "./parts/report.ts"

/** One before, one to warm up, seven that count. */
const SLICES = 9
/** Fewer than this are no slices of a useful length: their run is taken whole, once. */
const FEWEST_SLICED = 9_000
const COPY_TARGET = { atMost: 1.5, isGoal: true }

interface Case {
  readonly subscriptions: number
  readonly due: number
  /** A look that finds nothing to do. */
  readonly nothingDueMs: number
  readonly tookMs: number
  readonly perRenewalUs: number
  /** This process, at its highest while it ran; before it began. */
  readonly memoryMb: number
  readonly memoryBeforeMb: number
  readonly comparison: Comparison
}

const options = readOptions()
await using yard = await openRenewalYard(options)
const cases: Case[] = []
for (const subscriptions of sizesOf(options)) {
  for (const duePercent of options.isShort ? [100] : [1, 10, 100]) {
    cases.push(await measureCase(yard, { subscriptions, duePercent }))
  }
}
// Two programs more to start: too long for a look whether it still runs, and the kill below starts one as well.
const two = options.isShort ? [] : [await compareTwoWorkers(yard, 50_000)]
const kill = await killInTheMiddle(yard, options.isShort ? 300 : 10_000)
reportComparisons(
  "renewals",
  [...cases.map(({ comparison }) => comparison), ...compareSizes(cases), ...two],
  options,
  { cases: cases.map(({ comparison: _comparison, ...one }) => one), kill },
)
tell()

function sizesOf({ isShort, withMillion }: Options): number[] {
  if (isShort) return [200]
  return [10_000, 100_000, ...(withMillion ? [1_000_000] : [])]
}

async function measureCase(
  from: RenewalYard,
  wish: { readonly subscriptions: number; readonly duePercent: number },
): Promise<Case> {
  await using stock = await from.openStock(wish)
  using copy = await openRenewalCopy(stock.database)
  const due = await countDue(stock)
  const run = openRun(stock, options.isShort || due < FEWEST_SLICED ? 1 : SLICES, due)
  const isSliced = due >= FEWEST_SLICED && !options.isShort
  const name = `${told(due)} of ${told(wish.subscriptions)} asked for / COPY of the same rows`
  const memoryBeforeMb = readMemoryMb(process.pid)
  const takeSlice = async () => {
    const tookMs = await run.slice()
    return { tookMs, renewals: await copy.cut() }
  }
  const first = await takeSlice()
  const whole = { tookMs: first.tookMs, renewals: first.renewals }
  let lastRenewals = first.renewals
  const reference = async () => ((await copy.copyMs()) / lastRenewals) * 1_000
  const subject = async () => {
    const { tookMs, renewals } = await takeSlice()
    lastRenewals = renewals
    whole.tookMs += tookMs
    whole.renewals += renewals
    return (tookMs / renewals) * 1_000
  }
  const unit = "µs each"
  const comparison = isSliced
    ? await comparePairs({ name, unit, target: COPY_TARGET, reference, subject })
    : await judgeOnce(name, unit, first, reference)
  await run.slice()
  return {
    subscriptions: wish.subscriptions,
    due,
    nothingDueMs: await measureNothingDue(stock),
    tookMs: whole.tookMs,
    perRenewalUs: (whole.tookMs / whole.renewals) * 1_000,
    memoryMb: run.highestMemoryMb(),
    memoryBeforeMb,
    comparison,
  }
}

/** Too few for pairs: the whole run, once, so no verdict. */
async function judgeOnce(
  name: string,
  unit: string,
  { tookMs, renewals }: { readonly tookMs: number; readonly renewals: number },
  reference: () => Promise<number>,
): Promise<Comparison> {
  const subject = (tookMs / renewals) * 1_000
  return judge({ name, unit }, [{ reference: await reference(), subject }])
}

/** A run that can be watched part by part. */
function openRun(stock: RenewalStock, parts: number, due: number) {
  const ahead = openRenewalsAhead()
  let after: string | null = ""
  let highest = 0
  const each = due / parts
  let wanted = 0
  let done = 0
  return {
    highestMemoryMb: () => highest,
    /** So many chunks as make up a part of what is due; how long they took. */
    slice: async () => {
      wanted += each
      let tookMs = 0
      while (after !== null && (parts === 1 || done < wanted)) {
        const startedMs = performance.now()
        after = await renewChunk(stock, after, ahead)
        tookMs += performance.now() - startedMs
        highest = Math.max(highest, readMemoryMb(process.pid))
        done = await countAsked(stock)
      }
      return tookMs
    },
  }
}

async function measureNothingDue(stock: RenewalStock): Promise<number> {
  const looks: number[] = []
  for (let look = 0; look < 9; look++) {
    const startedMs = performance.now()
    await renewAll(stock)
    looks.push(performance.now() - startedMs)
  }
  return median(looks)
}

async function countDue({ database }: RenewalStock): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    "select count(*)::int as count from billing.subscriptions where next_request_on <= '2026-03-02'",
  )
  return rows[0]?.count ?? 0
}

async function countAsked({ database }: RenewalStock): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    "select count(*)::int as count from billing.payment_request_lines",
  )
  return rows[0]?.count ?? 0
}

/** One renewal among many beside one among few: it should cost the same. */
function compareSizes(all: readonly Case[]): Comparison[] {
  const full = all.filter(({ subscriptions, due }) => subscriptions === due)
  const [smallest] = full
  return full.slice(1).map((one) =>
    judge(
      {
        name: `one of ${told(one.subscriptions)} / one of ${told(smallest?.subscriptions ?? 0)}`,
        unit: "µs",
        target: { atMost: 1.1, isGoal: true },
      },
      [{ reference: smallest?.perRenewalUs ?? Number.NaN, subject: one.perRenewalUs }],
    ),
  )
}

function tell(): void {
  console.log("\nWhole runs, one worker:")
  printTable(
    ["agreements", "due", "took ms", "µs each", "nothing due ms", "memory MB"],
    cases.map((one) => [
      told(one.subscriptions),
      told(one.due),
      one.tookMs.toFixed(0),
      one.perRenewalUs.toFixed(0),
      one.nothingDueMs.toFixed(1),
      `${one.memoryBeforeMb.toFixed(0)} → ${one.memoryMb.toFixed(0)}`,
    ]),
  )
  const { due, committed, begun, asked, troubled } = kill
  console.log(
    `\nKilled in the middle: ${told(committed)} of ${told(due)} were committed, ${(((begun - committed) / due) * 100).toFixed(1)} % was done again; in the end ${told(asked)} were asked for once each, and ${troubled} that can't be was named.`,
  )
}

function told(count: number): string {
  return count.toLocaleString("en")
}
