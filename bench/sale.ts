// sale: a paid order's way to an active server, checkouts a second, and how a queue of builds drains (B6).
import { setTimeout as pause } from "node:timers/promises"
import { type Ground, measureCommitMs } from "./parts/ground.ts"
import type { Options } from "./parts/options.ts"
import { comparePairs, median } from "./parts/pairs.ts"
import { printTable } from "./parts/report.ts"
import { type Bench, type Found, runAlone } from "./parts/run-bench.ts"
import { countWrites, readSaleTimes, type SaleTimes, waitUntilActive } from "./parts/sales.ts"
import type { PlacedOrder } from "./parts/shop.ts"

const CLIENTS = 8
export const saleBench: Bench = { name: "sale", run: compareSales }

async function compareSales(ground: Ground, options: Options): Promise<Found> {
  const { database } = ground
  const pace = options.isShort ? SHORT : { ...LONG, queued: options.queueLength }
  for (let warm = 0; warm < pace.warmUp; warm++) await sellOne(ground)
  const writes = await countSaleWrites(ground, pace)
  console.log(`From the gateway taking the money to an active server: ${writes} transactions that write.\n`)

  const seen: SaleTimes[] = []
  const { isShort } = options
  const comparisons = [
    await comparePairs({
      name: `paid to active / ${writes} commits of one row`,
      unit: "ms",
      isShort,
      target: { atMost: 4, isGoal: true },
      reference: async () => writes * (await measureCommitMs(database)),
      subject: async () => {
        const times = []
        for (let sale = 0; sale < pace.salesATake; sale++) times.push(await sellOne(ground))
        seen.push(...times)
        return median(times.map((one) => one.fromPaidMs))
      },
    }),
    await comparePairs({
      name: `orders placed by ${CLIENTS} clients / one-row commits of one client`,
      unit: "1/s",
      isShort,
      reference: async () => 1_000 / (await measureCommitMs(database)),
      subject: async () => {
        const startedMs = performance.now()
        await placeMany(ground, pace.ordersATake)
        return (pace.ordersATake / (performance.now() - startedMs)) * 1_000
      },
    }),
  ]
  const queue = await drainQueue(ground, pace)
  return {
    comparisons,
    facts: { writes, singleSales: seen, queue },
    tell: () => {
      console.log(
        "\nSingle sales, one after the other (milliseconds; the aim is a p99 of 150 from paid to active):",
      )
      printTimes(seen)
      console.log(
        `\n${pace.queued} paid at once: ${queue.serversPerSecond.toFixed(1)} servers a second (milliseconds):`,
      )
      printTimes(queue.times)
    },
  }
}

const LONG = { warmUp: 3, salesATake: 5, countedSales: 5, settleMs: 2_000, ordersATake: 40 }
const SHORT = { warmUp: 1, salesATake: 1, countedSales: 1, settleMs: 100, ordersATake: 2, queued: 2 }

interface Pace {
  readonly countedSales: number
  /** What was set off before must not be counted with what comes. */
  readonly settleMs: number
  readonly queued: number
}

/** Pays and waits; the payment page was opened before, for that is the payer's own time. */
async function sellOne({ shop, database }: Ground): Promise<SaleTimes> {
  const order = await shop.placeOrder()
  await shop.pay(order)
  await waitUntilActive(database, [order.id])
  const [times] = await readSaleTimes(database, [order.id])
  if (!times) throw new Error(`Order ${order.id} has no times.`)
  return times
}

/** What a sale writes, with what the house writes anyway in the same time taken off. */
async function countSaleWrites(ground: Ground, { countedSales, settleMs }: Pace): Promise<number> {
  const { shop, database } = ground
  const orders = await placeMany(ground, countedSales)
  await pause(settleMs)
  const before = await countWrites(database)
  const startedMs = performance.now()
  for (const order of orders) {
    await shop.pay(order)
    await waitUntilActive(database, [order.id])
  }
  const sold = (await countWrites(database)) - before
  const tookMs = performance.now() - startedMs
  await pause(settleMs)
  const idleBefore = await countWrites(database)
  await pause(tookMs)
  const idle = (await countWrites(database)) - idleBefore
  return Math.round((sold - idle) / orders.length)
}

async function placeMany({ shop }: Ground, count: number): Promise<PlacedOrder[]> {
  const placed: PlacedOrder[] = []
  let left = count
  const client = async () => {
    while (left-- > 0) placed.push(await shop.placeOrder())
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return placed
}

/** Many payments at once: does the queue drain, and does the last one begin in good time? */
async function drainQueue(ground: Ground, { queued, settleMs }: Pace) {
  const { shop, database } = ground
  const orders = await placeMany(ground, queued)
  await pause(settleMs)
  const ids = orders.map((order) => order.id)
  const startedMs = performance.now()
  const waiting = [...orders]
  const payer = async () => {
    for (let order = waiting.pop(); order; order = waiting.pop()) await shop.pay(order)
  }
  await Promise.all(Array.from({ length: CLIENTS }, payer))
  await waitUntilActive(database, ids)
  const seconds = (performance.now() - startedMs) / 1_000
  return { serversPerSecond: queued / seconds, times: await readSaleTimes(database, ids) }
}

function printTimes(times: readonly SaleTimes[]): void {
  const row = (name: string, values: readonly number[]) => [
    name,
    ...[0.5, 0.99].map((share) => quantile(values, share).toFixed(0)),
  ]
  printTable(
    ["", "p50", "p99"],
    [
      row(
        "gateway took the money → active",
        times.map((one) => one.fromGatewayMs),
      ),
      row(
        "we know of the money → active",
        times.map((one) => one.fromPaidMs),
      ),
      row(
        "we know of the money → first step",
        times.map((one) => one.untilBegunMs),
      ),
    ],
  )
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

if (import.meta.main) await runAlone(saleBench)
