// lists: every list of a shop with a million rows beside one with ten thousand, and page 10,000 beside page 1 (B10).
import { openBenchCluster } from "./parts/bench-cluster.ts"
import { type BigShop, openBigShop } from "./parts/big-shop.ts"
import { explainCall } from "./parts/explain.ts"
import { counted, type ListCase, listCases } from "./parts/list-cases.ts"
import { readOptions } from "./parts/options.ts"
import { type Comparison, comparePairs, median, type Pair, type Target } from "./parts/pairs.ts"
import { printTable, reportComparisons } from "./parts/report.ts"

const options = readOptions()
const { isShort, rows, only, isExplaining } = options

const PAGE = 25
const DEEP_PAGE = 10_000
const FEW_ROWS = 10_000
const SHORT_ROWS = { few: 200, many: 1_000 }
/** Calls one after the other; a take is their median. */
const CALLS = isShort ? 1 : 15

const slowest: (Pair & { readonly name: string })[] = []

const cluster = await openBenchCluster(options)
try {
  await using few = await openBigShop(cluster.url, isShort ? SHORT_ROWS.few : FEW_ROWS)
  await using many = await openBigShop(cluster.url, isShort ? SHORT_ROWS.many : rows)
  const comparisons: Comparison[] = []
  for (const one of listCases.filter(({ name }) => name.includes(only))) {
    comparisons.push(...(await compareList(one, few, many)))
  }
  for (const [name, count] of Object.entries(counted).filter(([name]) => name.includes(only))) {
    comparisons.push(
      await compareTimes(
        `counted beside the list: ${name}`,
        () => count(few),
        () => count(many),
      ),
    )
  }
  reportComparisons("lists", comparisons, options, { rows: { few: few.rows, many: many.rows }, slowest })
  printSlowest()
} finally {
  await cluster[Symbol.asyncDispose]()
}

async function compareList(one: ListCase, few: BigShop, many: BigShop): Promise<Comparison[]> {
  const limit = one.limit ?? PAGE
  const read = (shop: BigShop, after?: string) => async () => {
    const page = await one.read(shop, { limit, ...(after === undefined ? {} : { after }) })
    if (page.items.length === 0 && !one.isEmpty) throw new Error(`${one.name} shows nothing.`)
  }
  const found = [
    await compareTimes(`${one.name}: ${many.rows} rows / ${few.rows}`, read(few), read(many), {
      atMost: 1.3,
    }),
  ]
  if (one.place) {
    const page = Math.min(DEEP_PAGE, Math.floor((many.rows * 0.6) / limit))
    const after = await many.keyAfter(one.place, page * limit)
    const name = `  its page ${page} / its page 1`
    found.push(await compareTimes(name, read(many), read(many, after), { atMost: 1.2 }))
  }
  if (isExplaining && found.some(({ verdict }) => verdict === "missed" || verdict === "void")) {
    for (const plan of await explainCall(many, read(many))) console.log(`\n── ${one.name}\n${plan}`)
  }
  return found
}

async function compareTimes(
  name: string,
  reference: () => Promise<unknown>,
  subject: () => Promise<unknown>,
  target?: Target,
): Promise<Comparison> {
  const times = { reference: [] as number[], subject: [] as number[] }
  const compared = await comparePairs({
    name,
    unit: "ms",
    isShort,
    ...(target ? { target } : {}),
    reference: () => takeMedian(reference, times.reference),
    subject: () => takeMedian(subject, times.subject),
  })
  // The first take was for warmth.
  const slowestOf = (taken: readonly number[]) => p99(isShort ? taken : taken.slice(CALLS))
  slowest.push({ name, reference: slowestOf(times.reference), subject: slowestOf(times.subject) })
  return compared
}

async function takeMedian(call: () => Promise<unknown>, times: number[]): Promise<number> {
  for (let round = 0; round < CALLS; round++) {
    const beganMs = performance.now()
    await call()
    times.push(performance.now() - beganMs)
  }
  return median(times.slice(-CALLS))
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
}

/** A busy machine's pauses are in it, on both sides: it has no target. */
function printSlowest(): void {
  console.log("\nThe slowest hundredth of the calls:")
  printTable(
    ["", "reference", "ours"],
    slowest.map(({ name, reference, subject }) => [
      name,
      `${reference.toFixed(1)} ms`,
      `${subject.toFixed(1)} ms`,
    ]),
  )
}
