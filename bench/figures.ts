// figures: recurring revenue, churn, ageing and sales over a million agreements in three currencies, beside count(*) of the same rows (B3).
import { sql } from "drizzle-orm"
import { DEMO_TENANT } from "#app/demo/demo-tenant.ts"
import { countChurn, sumOpenRequests, sumSales, sumSubscriptions } from "#billing"
import type { Context } from "#kit/context.ts"
import { recount } from "./parts/figure-recount.ts"
import { fillFigures } from "./parts/figure-stock.ts"
import { readOptions } from "./parts/options.ts"
import { type Comparison, comparePairs, judge } from "./parts/pairs.ts"
import { openRenewalYard, type RenewalStock } from "./parts/renewal-stock.ts"
import { printTable, reportComparisons } from "./parts/report.ts"

const options = readOptions()
const { isShort } = options
const sizes = isShort ? [600] : [Math.ceil(options.rows / 10), options.rows]
const MONTHS = 12
const TARGET = { atMost: 2, isGoal: true }
const everywhere = { kind: "all" } as const

await using yard = await openRenewalYard(options)
const comparisons: Comparison[] = []
const perRow: { readonly size: number; readonly name: string; readonly nanoseconds: number }[] = []
for (const size of sizes) comparisons.push(...(await measureSize(size)))
reportComparisons("figures", [...comparisons, ...compareSizes()], options, { perRow })
printTable(
  ["agreements", "figure", "ns each"],
  perRow.map(({ size, name, nanoseconds }) => [told(size), name, nanoseconds.toFixed(0)]),
)

async function measureSize(subscriptions: number): Promise<Comparison[]> {
  await using stock = await yard.openStock({ subscriptions, duePercent: 0, fill: fillFigures })
  // Not quick and nearly right: each figure is what a person adding up row by row would get.
  await recount(stock, { months: MONTHS, ask: (body) => inShop(stock, body) })
  const today = stock.clock.today("Asia/Seoul")
  const from = today.with({ day: 1 }).subtract({ months: MONTHS - 1 })
  const subjects = [
    ["recurring revenue", "billing.subscriptions", (ctx: Context) => sumSubscriptions(ctx, everywhere)],
    ["churn of a year", "billing.subscriptions", (ctx: Context) => countChurn(ctx, everywhere, MONTHS)],
    ["ageing", "billing.payment_requests", (ctx: Context) => sumOpenRequests(ctx, everywhere, today)],
    [
      "sales of a year",
      "billing.invoices",
      (ctx: Context) => sumSales(ctx, everywhere, { from, by: "month" }),
    ],
  ] as const
  const found: Comparison[] = []
  for (const [name, table, ask] of subjects) {
    const count = sql.raw(`select count(*) from ${table}`)
    const comparison = await comparePairs({
      name: `${name} over ${told(subscriptions)} / count(*)`,
      unit: "ms",
      isShort,
      // A few thousand are over before their parts can be told apart.
      ...(subscriptions >= 100_000 ? { target: TARGET } : {}),
      reference: () => time(() => inShop(stock, (ctx) => ctx.db.execute(count))),
      subject: () => time(() => inShop<unknown>(stock, ask)),
    })
    perRow.push({ size: subscriptions, name, nanoseconds: (comparison.medianSubject * 1e6) / subscriptions })
    found.push(comparison)
  }
  return found
}

/** As the page asks: behind the tenant wall, as the program's own role. */
function inShop<Result>({ ground }: RenewalStock, body: (ctx: Context) => Promise<Result>): Promise<Result> {
  const { clock, newId, log } = ground
  const actor = { kind: "system", name: "bench", permissions: new Set<string>() } as const
  return ground.database.read(DEMO_TENANT, (db) =>
    body({ tenant: DEMO_TENANT, db, clock, newId, log, actor, language: "en" }),
  )
}

function compareSizes(): Comparison[] {
  const [few, many] = sizes
  return perRow
    .filter(({ size }) => size === many)
    .flatMap(({ name, nanoseconds }) => {
      const small = perRow.find((one) => one.size === few && one.name === name)
      if (!small || few === many) return []
      return judge({ name: `${name}: each of ${told(many ?? 0)} / each of ${told(few ?? 0)}`, unit: "ns" }, [
        { reference: small.nanoseconds, subject: nanoseconds },
      ])
    })
}

async function time(body: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await body()
  return performance.now() - startedMs
}

function told(count: number): string {
  return count.toLocaleString("en")
}
