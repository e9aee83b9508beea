// dunning: what a day means for agreements that are overdue, five in a hundred of 100,000, beside COPY of the same rows (B2).
import type pg from "pg"
import { DEMO_TENANT } from "#app/demo/demo-tenant.ts"
import { collectDue } from "#billing/testing"
import { readOptions } from "./parts/options.ts"
import { comparePairs, judge, median } from "./parts/pairs.ts"
import { openRenewalYard, type RenewalStock } from "./parts/renewal-stock.ts"
import { printTable, reportComparisons } from "./parts/report.ts"
import { openRowCopy } from "./parts/row-copy.ts"

/** One before, one to warm up, seven that count. */
const SLICES = 9
const CHUNK = 500
const ONE_OF = 20

const options = readOptions()
const { isShort } = options
const subscriptions = isShort ? 1_000 : Math.min(options.rows, 100_000)
const chunksOfSlice = Math.max(1, Math.floor(subscriptions / ONE_OF / CHUNK / SLICES))

await using yard = await openRenewalYard(options)
await using stock = await yard.openStock({ subscriptions, duePercent: 0 })
await putOffTheEnd(stock.database)
const idleMs = await measureNothingOverdue(stock)
await makeOverdue(stock.database)
using copy = await openRowCopy(stock.database, written())

let place: string | null = ""
let swept = 0
let last = await sweepSlice()
const wish = {
  name: `${Math.floor(subscriptions / ONE_OF).toLocaleString("en")} overdue among ${subscriptions.toLocaleString("en")} / COPY of the same rows`,
  unit: "µs each",
  target: { atMost: 1.5, isGoal: true },
}
const reference = async () => ((await copy.copyMs()) / last.agreements) * 1_000
const subject = async () => {
  last = await sweepSlice()
  return (last.tookMs / last.agreements) * 1_000
}
const comparison = isShort
  ? judge({ ...wish, target: undefined }, [
      { reference: await reference(), subject: (last.tookMs / last.agreements) * 1_000 },
    ])
  : await comparePairs({ ...wish, reference, subject })
reportComparisons("dunning", [comparison], options, { idleMs, swept })
printTable(
  ["agreements", "swept", "nothing overdue ms"],
  [[`${subscriptions}`, `${swept}`, idleMs.toFixed(1)]],
)

async function sweepSlice(): Promise<{ tookMs: number; agreements: number }> {
  let tookMs = 0
  for (let chunk = 0; chunk < chunksOfSlice && place !== null; chunk++) {
    const startedMs = performance.now()
    place = await sweepChunk(stock, place)
    tookMs += performance.now() - startedMs
  }
  const agreements = await copy.cut()
  if (agreements === 0) throw new Error("There is nobody left to sweep.")
  swept += agreements
  return { tookMs, agreements }
}

async function sweepChunk({ ground }: RenewalStock, after: string): Promise<string | null> {
  const { next } = await ground.inTenant(DEMO_TENANT, (ctx) => collectDue(ctx, after))
  return next
}

async function measureNothingOverdue(of: RenewalStock): Promise<number> {
  const looks: number[] = []
  for (let look = 0; look < 9; look++) {
    const startedMs = performance.now()
    await sweepChunk(of, "")
    looks.push(performance.now() - startedMs)
  }
  return median(looks)
}

/** Beyond the days on which anybody is reminded. */
async function putOffTheEnd(database: pg.Client): Promise<void> {
  await database.query(
    "update billing.subscriptions set period_end = date '2026-03-12' + right(id, 2)::int % 20",
  )
  await database.query("vacuum (full, analyze) billing.subscriptions")
}

async function makeOverdue(database: pg.Client): Promise<void> {
  await database.query(
    `update billing.subscriptions set period_end = date '2026-03-02', next_request_on = null
    where right(id, 4)::int % ${ONE_OF} = 0`,
  )
  await database.query("vacuum (analyze) billing.subscriptions")
  await database.query("checkpoint")
}

function written() {
  const slice = "(select id from copies.slice)"
  return {
    things: "select subject_id as id from audit.entries where act = 'billing.subscription-overdue'",
    agreements: `select id from billing.subscriptions where id in ${slice}`,
    tables: [
      ["billing", "subscriptions", `id in ${slice}`],
      ["billing", "collecting_notes", `subscription_id in ${slice}`],
      ["events", "events", `data->>'subscriptionId' in ${slice}`],
      ["audit", "entries", `subject_id in ${slice}`],
    ],
  } as const
}
