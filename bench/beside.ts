// beside: the portal while another program asks for a large shop's renewals, beside the same portal when nothing else runs (B15).

import type { Ground } from "./parts/ground.ts"
import type { Options } from "./parts/options.ts"
import { type Comparison, FEWEST_PAIRS, judge, type Pair } from "./parts/pairs.ts"
import { type Run, startRun } from "./parts/renewal-run.ts"
import { fillAgreements } from "./parts/renewal-stock.ts"
import { type Bench, runAlone } from "./parts/run-bench.ts"
import { measureSteady, type Steady, type SteadyWish } from "./parts/steady.ts"

const AGREEMENTS = 150_000
const SHORT_AGREEMENTS = 2_000
/** What a run that has only begun still does besides, such as opening its connections. */
const LEAD_MS = 2_000
const SWEEP_LIMIT_MS = 60_000

export const besideBench: Bench = {
  name: "beside",
  run: async (ground, options) => {
    const { comparisons, asked, seconds } = await compareBeside(ground, options)
    return {
      comparisons,
      facts: { asked, seconds },
      tell: () =>
        console.log(
          `\nMeanwhile the run asked for ${asked.toLocaleString("en")} renewals, ${Math.round(asked / seconds).toLocaleString("en")} a second.`,
        ),
    }
  },
}

async function compareBeside(ground: Ground, { isShort }: Options) {
  const { shop, database, appUrl } = ground
  await untilSwept(ground)
  await fillAgreements(database, {
    subscriptions: isShort ? SHORT_AGREEMENTS : AGREEMENTS,
    duePercent: 100,
  })
  const wish: SteadyWish = {
    url: `${shop.url}/portal/services`,
    headers: { "accept-language": "en", cookie: await shop.signIn() },
    isShort,
  }
  const takes = isShort ? 1 : FEWEST_PAIRS
  // The first is for warmth.
  await measureSteady(wish)
  const idle: Steady[] = []
  for (let take = 0; take < takes; take++) idle.push(await measureSteady(wish))
  await using run = await startRun({ appUrl })
  await run.goOn(isShort ? 0 : LEAD_MS)
  const began = { asked: await countAsked(ground), atMs: performance.now() }
  const beside: Steady[] = []
  for (let take = 0; take < takes; take++) beside.push(await measureBeside(ground, run, wish))
  const asked = (await countAsked(ground)) - began.asked
  const seconds = (performance.now() - began.atMs) / 1_000
  return { comparisons: compare(idle, beside, isShort), asked, seconds }
}

/** A take during which nobody was asked says nothing. */
async function measureBeside(ground: Ground, run: Run, wish: SteadyWish): Promise<Steady> {
  const before = await countAsked(ground)
  const during = await measureSteady(wish)
  if (wish.isShort) await run.goOn(0)
  if ((await countAsked(ground)) === before) throw new Error("The run had nobody left to ask.")
  return during
}

function compare(idle: readonly Steady[], beside: readonly Steady[], isShort: boolean): Comparison[] {
  const pairs = (of: (taken: Steady) => number): Pair[] =>
    idle.map((taken, index) => ({
      reference: of(taken),
      subject: beside[index] ? of(beside[index]) : Number.NaN,
    }))
  const target = isShort ? undefined : { atMost: 2, isGoal: true }
  return [
    judge(
      { name: "portal's services beside a run: p99 / p99 idle", unit: "ms", target },
      pairs(({ p99 }) => p99),
    ),
    judge(
      { name: "  p50 / p50 idle", unit: "ms" },
      pairs(({ p50 }) => p50),
    ),
  ]
}

async function countAsked({ database }: Ground): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    "select count(*)::int as count from billing.payment_request_lines",
  )
  return rows[0]?.count ?? 0
}

/** The company's own run of the day is over before there is anything for it: this one is another program's. */
async function untilSwept({ database, shop }: Ground): Promise<void> {
  const untilMs = performance.now() + SWEEP_LIMIT_MS
  while (performance.now() < untilMs) {
    const { rows } = await database.query(
      "select from sweeps.sweep_runs where tenant_id = $1 and sweep = 'billing.collect' and state = 'done'",
      [shop.tenant],
    )
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The day was not played within ${SWEEP_LIMIT_MS / 1_000} seconds.`)
}

if (import.meta.main) await runAlone(besideBench)
