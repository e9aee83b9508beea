import { setTimeout as pause } from "node:timers/promises"
import type pg from "pg"

/** Each order with the moments of its sale; those of its last server where there are several. */
export const salesView = `
  create view bench.sales as
  select o.id, c.created_at as captured_at, a.settled_at, s.begun_at, s.active_at
  from orders.orders o
  join payments.attempts a on a.reference = o.payment_request_id
  left join sandbox.card_charges c on c.reference = a.id
  cross join lateral (
    select case when bool_and(s.activated_at is not null) then max(s.activated_at) end as active_at,
      max(p.started_at) as begun_at
    from provisioning.services s
    left join work.steps p on p.operation_id = s.operation_id and p.position = 1
    where s.order_id = o.id) s`

const LOOK_EVERY_MS = 20
const PATIENCE_MS = 180_000

/** Looks at the tables beside the program, so that asking costs the program nothing. */
export async function waitUntilActive(database: pg.Client, orderIds: readonly string[]): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await database.query<{ open: number }>({
      name: "open orders",
      text: "select count(*)::int as open from bench.sales where id = any($1) and active_at is null",
      values: [orderIds],
    })
    if (rows[0]?.open === 0) return
    if (performance.now() > endMs) throw new Error(`${rows[0]?.open} orders were not delivered in time.`)
    await pause(LOOK_EVERY_MS)
  }
}

export interface SaleTimes {
  /** From the gateway taking the money to the last server being active. */
  readonly fromGatewayMs: number
  /** From our knowing of the money to the last server being active. */
  readonly fromPaidMs: number
  /** From our knowing of the money to the last build's first step. */
  readonly untilBegunMs: number
}

export async function readSaleTimes(database: pg.Client, orderIds: readonly string[]): Promise<SaleTimes[]> {
  const { rows } = await database.query<Record<keyof SaleTimes, string>>({
    name: "sale times",
    text: `select extract(epoch from active_at - captured_at) * 1000 as "fromGatewayMs",
        extract(epoch from active_at - settled_at) * 1000 as "fromPaidMs",
        extract(epoch from begun_at - settled_at) * 1000 as "untilBegunMs"
      from bench.sales where id = any($1)`,
    values: [orderIds],
  })
  return rows.map((row) => ({
    fromGatewayMs: Number(row.fromGatewayMs),
    fromPaidMs: Number(row.fromPaidMs),
    untilBegunMs: Number(row.untilBegunMs),
  }))
}

/** How many transactions that write the database has seen. */
export async function countWrites(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ xid: string }>(
    "select pg_snapshot_xmax(pg_current_snapshot()) as xid",
  )
  return Number(rows[0]?.xid)
}
