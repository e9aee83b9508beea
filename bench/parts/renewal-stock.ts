import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { DEMO_TENANT, SECOND_DEMO_TENANT } from "#app/demo/demo-tenant.ts"
import { openDemoCompany, openSecondDemoShop } from "#app/demo/open-demo-company.ts"
import { type Ground, openGround } from "#app/ground.ts"
import { trialKeyring } from "#app/testing/trial-keyring.ts"
import type { Clock, MovableClock } from "#kit/clock.ts"
import { silentLog } from "#kit/context.ts"
import { cloneTestDatabase } from "#kit/testing/database.ts"
import { openBenchCluster } from "./bench-cluster.ts"
import type { Options } from "./options.ts"

/** A PostgreSQL in which shops with as many agreements as wished for are opened, one after the other. */
export interface RenewalYard extends AsyncDisposable {
  openStock(wish: StockWish): Promise<RenewalStock>
}

export interface StockWish {
  readonly subscriptions: number
  /** Of a hundred. */
  readonly duePercent: number
  /** A second shop with as many again, which numbers its papers by itself. */
  readonly isTwoShops?: boolean
  /** Instead of agreements that are all alike and due. */
  readonly fill?: (database: pg.Client, subscriptions: number) => Promise<void>
}

export interface RenewalStock extends AsyncDisposable {
  readonly ground: Ground
  /** On the day on which they are due; it goes on as long as a chunk takes. */
  readonly clock: MovableClock
  readonly appUrl: string
  /** Above the tenant wall. */
  readonly database: pg.Client
}

/** As in production, and room for what a run writes between two checkpoints. */
const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", max_wal_size: "8GB" }

export async function openRenewalYard(options: Options): Promise<RenewalYard> {
  const cluster = await openBenchCluster(options, DURABLE)
  return {
    openStock: (wish) => openStock(cluster.url, wish),
    [Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose](),
  }
}

async function openStock(clusterUrl: string, wish: StockWish): Promise<RenewalStock> {
  await using opening = new AsyncDisposableStack()
  const at = opening.use(await cloneTestDatabase(clusterUrl, { maxConnections: 1 }))
  const { clock } = at
  const appUrl = at.database.url
  const ground = await openBenchGround({ appUrl, clock, filesPlace: FILES_PLACE })
  opening.defer(() => ground.close())
  await openDemoCompany(ground, doors)
  if (wish.isTwoShops) await openSecondDemoShop(ground, doors)
  const database = new pg.Client({ connectionString: at.ownerUrl })
  await database.connect()
  opening.defer(() => database.end())
  await (wish.fill ? wish.fill(database, wish.subscriptions) : fillAgreements(database, wish))
  const closing = opening.move()
  return { ground, clock, appUrl, database, [Symbol.asyncDispose]: () => closing.disposeAsync() }
}

export const SHOPS = [DEMO_TENANT, SECOND_DEMO_TENANT] as const

/** Nothing is put there: a ground has a place for files. */
export const FILES_PLACE = join(tmpdir(), "hostwell-bench-files")

/** The house itself, without its doors. */
export function openBenchGround(on: {
  readonly appUrl: string
  readonly clock: Clock
  readonly filesPlace: string
}): Promise<Ground> {
  return openGround({ ...on, keyring: trialKeyring(), log: silentLog, allowPrivate: true })
}

const doors = {
  sandboxUrl: "http://localhost:9/sandbox",
  publicUrl: "http://localhost:9",
  cardApiKey: "sk_bench",
  cardWebhookSecret: "whsec_bench",
  virtfusionToken: "bench",
}

/** Five agreements for every four accounts, each in its second month; those due lie scattered among the others. */
export async function fillAgreements(database: pg.Client, wish: Omit<StockWish, "fill">): Promise<void> {
  const { subscriptions, duePercent } = wish
  const accounts = Math.ceil(subscriptions * 0.8)
  for (const [index, shop] of (wish.isTwoShops ? SHOPS : [DEMO_TENANT]).entries()) {
    await database.query(accountsSql, [shop, accounts])
    await database.query(subscriptionsSql, [shop, subscriptions, accounts, duePercent, `${index}`])
    await database.query(periodsSql, [shop])
  }
  await database.query("vacuum (analyze)")
  await database.query("checkpoint")
}

/** The day on which test databases' clocks stand. */
const today = "date '2026-03-02'"

/** $1: the shop; $2: how many. */
export const accountsSql = `
  insert into identity.accounts
    (tenant_id, id, kind, name, person_name, email, language, country, address_lines, created_at)
  select $1, 'acc_' || lpad(n::text, 26, '0'), 'consumer', 'Customer ' || n, 'Customer ' || n,
    'customer-' || n || '@demo.example', case when n % 2 = 0 then 'ko' else 'en' end, 'KR', '[]', ${today}
  from generate_series(1, $2::int) as n`

const subscriptionsSql = `
  with offer as (
    select plans.id as plan_id, prices.id as price_id, prices.amount_minor as minor
    from catalog.plans
    join catalog.prices on prices.tenant_id = plans.tenant_id and prices.version_id = plans.current_version_id
    where plans.tenant_id = $1 and prices.currency = 'KRW' and prices.cycle = 'monthly'
    order by prices.amount_minor limit 1),
  numbered as (
    select n, n % $3::int + 1 as owner, (n * 7919::bigint) % 100 < $4::int as is_due from generate_series(1, $2::int) as n)
  insert into billing.subscriptions
    (tenant_id, id, account_id, account_name, subject, plan_id, price_id, words, currency, unit_minor, next_minor,
      quantity, cycle, state, collection, paid_at, anchor_on, period_number, period_start, period_end,
      next_request_on, created_at)
  select $1, 'sub_' || $5 || lpad(n::text, 25, '0'), 'acc_' || lpad(owner::text, 26, '0'), 'Customer ' || owner,
    'svc_' || $5 || lpad(n::text, 25, '0'), plan_id, price_id,
    json_build_object('en', 'VPS Start, web-' || n || '.demo.example', 'ko', 'VPS Start, web-' || n || '.demo.example'),
    'KRW', minor, minor, 1, 'monthly', 'active', 'manual', ${today} - 54, date '2026-01-10', 2,
    date '2026-02-10', date '2026-03-10', case when is_due then ${today} else ${today} + 1 + n % 25 end, ${today} - 54
  from numbered, offer`

const periodsSql = `
  insert into billing.subscription_periods
    (tenant_id, id, subscription_id, number, cycles, start_on, end_on, gross_minor, anchor_on, created_at)
  select tenant_id, 'spe_' || substr(id, 5), id, period_number, 1, period_start, period_end, unit_minor, anchor_on,
    created_at
  from billing.subscriptions where tenant_id = $1 and account_id like 'acc_0000000000%'`
