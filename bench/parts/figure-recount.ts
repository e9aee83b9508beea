import assert from "node:assert/strict"
import { countChurn, sumOpenRequests, sumSales, sumSubscriptions } from "#billing"
import type { Context } from "#kit/context.ts"
import type { RenewalStock } from "./renewal-stock.ts"

interface Asking {
  readonly months: number
  ask<Result>(body: (ctx: Context) => Promise<Result>): Promise<Result>
}

const everything = { kind: "all" } as const
const ZONE = "Asia/Seoul"
const CHUNK = 20_000

interface Agreement {
  readonly id: string
  readonly currency: string
  readonly state: string
  readonly cycle: string
  readonly minor: string
  readonly quantity: number
  readonly began: string
  readonly ended: string | null
}

/** Adds every figure up anew, row by row and in no hurry, and throws where the program's is another one. */
export async function recount(stock: RenewalStock, { months, ask }: Asking): Promise<void> {
  const today = stock.clock.today(ZONE)
  const first = today.with({ day: 1 }).subtract({ months: months - 1 })
  const calendar = Array.from({ length: months }, (_, index) => first.add({ months: index }).toString())
  const sums = new Map<string, { count: number; minor: bigint }>()
  const churn = calendar.map((day) => ({ month: day.slice(0, 7), atStart: 0, ended: 0, begun: 0 }))
  for await (const one of readAgreements(stock)) {
    if (one.ended === null) {
      const key = `${one.currency} ${one.state} ${one.cycle}`
      const { count, minor } = sums.get(key) ?? { count: 0, minor: 0n }
      sums.set(key, { count: count + 1, minor: minor + BigInt(one.minor) * BigInt(one.quantity) })
    }
    for (const [index, month] of churn.entries()) {
      const begin = calendar[index] ?? ""
      const end = first.add({ months: index + 1 }).toString()
      const wasThere = one.began < begin && (one.ended === null || one.ended >= begin)
      if (wasThere) month.atStart += 1
      if (wasThere && one.ended !== null && one.ended < end) month.ended += 1
      if (one.began >= begin && one.began < end) month.begun += 1
    }
  }
  const found = await ask((ctx) => sumSubscriptions(ctx, everything))
  assert.deepEqual(
    new Map(found.map((one) => [`${one.currency} ${one.state} ${one.cycle}`, [one.count, one.minor]])),
    new Map([...sums].map(([key, { count, minor }]) => [key, [count, minor]])),
  )
  assert.deepEqual(await ask((ctx) => countChurn(ctx, everything, months)), churn)
  await recountRequests(stock, ask)
  await recountSales(stock, first, ask)
}

async function recountRequests({ clock, database }: RenewalStock, ask: Asking["ask"]): Promise<void> {
  const today = clock.today(ZONE)
  const { rows } = await database.query<{ currency: string; due: string; minor: string }>(`
    select currency, due_on::text as due, (total_minor - from_credit_minor - credited_minor)::text as minor
    from billing.payment_requests where state in ('open', 'billed')`)
  const sums = new Map<string, bigint>()
  for (const { currency, due, minor } of rows) {
    const key = `${currency} ${bucketOf(today.since(due, { largestUnit: "day" }).days)}`
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(minor))
  }
  const found = await ask((ctx) => sumOpenRequests(ctx, everything, today))
  assert.deepEqual(new Map(found.map((one) => [`${one.currency} ${one.bucket}`, one.left.minor])), sums)
}

async function recountSales(
  { database }: RenewalStock,
  from: Temporal.PlainDate,
  ask: Asking["ask"],
): Promise<void> {
  const { rows } = await database.query<{ key: string; invoices: number; net: string; tax: string }>(
    `select substr(issued_on::text, 1, 7) || ' ' || currency as key, count(*)::int as invoices, sum(net_minor)::text as net,
      sum(tax_minor)::text as tax
    from billing.invoices where issued_on >= $1 group by 1`,
    [from.toString()],
  )
  const found = await ask((ctx) => sumSales(ctx, everything, { from, by: "month" }))
  assert.deepEqual(
    new Map(
      found.map((one) => [
        `${one.period} ${one.invoiced.currency}`,
        [one.invoices, one.invoiced.minor, one.tax.minor],
      ]),
    ),
    new Map(rows.map(({ key, invoices, net, tax }) => [key, [invoices, BigInt(net), BigInt(tax)]])),
  )
}

function bucketOf(late: number): string {
  if (late <= 0) return "not_due"
  for (const most of [7, 30, 60]) if (late <= most) return `to_${most}`
  return "over_60"
}

async function* readAgreements({ database }: RenewalStock): AsyncGenerator<Agreement> {
  for (let after = ""; ; ) {
    const { rows } = await database.query<Agreement>(
      `select id, currency, state, cycle, next_minor::text as minor, quantity, anchor_on::text as began,
        (ended_at at time zone '${ZONE}')::date::text as ended
      from billing.subscriptions where id > $1 order by id limit ${CHUNK}`,
      [after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < CHUNK) return
    after = last.id
  }
}
