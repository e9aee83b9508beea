import type pg from "pg"
import { DEMO_TENANT } from "#app/demo/demo-tenant.ts"
import { accountsSql } from "./renewal-stock.ts"

/**
 * Agreements as a shop has them after two and a half years: three currencies, four cycles, some ended, overdue or
 * suspended; for every fifth a request to pay, some of them long overdue; and for each an invoice of the last year.
 */
export async function fillFigures(database: pg.Client, subscriptions: number): Promise<void> {
  const accounts = Math.ceil(subscriptions * 0.8)
  await database.query(accountsSql, [DEMO_TENANT, accounts])
  await database.query(subscriptionsSql, [DEMO_TENANT, subscriptions, accounts])
  await database.query(requestsSql, [DEMO_TENANT, Math.ceil(subscriptions / 5), accounts])
  await database.query(seriesSql, [DEMO_TENANT, subscriptions])
  await database.query(invoicesSql, [DEMO_TENANT, subscriptions, accounts])
  await database.query("vacuum (analyze)")
}

/** The day on which test databases' clocks stand. */
const today = "date '2026-03-02'"
const DAYS = 900

const subscriptionsSql = `
  with offer as (
    select plans.id as plan_id, prices.id as price_id
    from catalog.plans
    join catalog.prices on prices.tenant_id = plans.tenant_id and prices.version_id = plans.current_version_id
    where plans.tenant_id = $1 limit 1),
  mixed as (
    select n, n % $3::int + 1 as owner, (n * 7919::bigint % ${DAYS})::int as age, (n * 104729::bigint % 100)::int as fate,
      (array['KRW', 'USD', 'EUR'])[1 + n % 3] as currency,
      (array['monthly', 'monthly', 'monthly', 'quarterly', 'annual', 'annual', 'biennial'])[1 + n % 7] as cycle,
      500 + (n * 31::bigint % 90000) as minor
    from generate_series(1, $2::int) as n)
  insert into billing.subscriptions
    (tenant_id, id, account_id, account_name, subject, plan_id, price_id, words, currency, unit_minor, next_minor,
      quantity, cycle, state, collection, paid_at, anchor_on, period_number, period_start, period_end, overdue_on,
      suspended_on, ended_at, created_at)
  select $1, 'sub_' || lpad(n::text, 26, '0'), 'acc_' || lpad(owner::text, 26, '0'), 'Customer ' || owner,
    'svc_' || lpad(n::text, 26, '0'), plan_id, price_id,
    json_build_object('en', 'web-' || n || '.demo.example', 'ko', 'web-' || n || '.demo.example'),
    currency, minor, minor, 1 + n % 3, cycle,
    case when fate < 12 then 'cancelled' when fate < 17 then 'past_due' when fate < 20 then 'suspended' else 'active' end,
    'manual', ${today} - age, ${today} - age, 2, ${today} - 20, ${today} + 10,
    case when fate between 12 and 19 then ${today} - 3 end, case when fate between 17 and 19 then ${today} end,
    case when fate < 12 then (${today} - (age * fate / 12))::timestamptz end, ${today} - age
  from mixed, offer`

const requestsSql = `
  insert into billing.payment_requests
    (tenant_id, id, number, state, account_id, made_for, currency, net_minor, tax_minor, total_minor, from_credit_minor,
      created_at, due_on)
  select $1, 'req_' || lpad(n::text, 26, '0'), 'F-' || n, 'open', 'acc_' || lpad((n % $3::int + 1)::text, 26, '0'),
    'order', (array['KRW', 'USD', 'EUR'])[1 + n % 3], 1000 + n % 7000, 100, 1100 + n % 7000, n % 5,
    ${today} - (n % 90), ${today} + 7 - (n % 90)
  from generate_series(1, $2::int) as n`

const seriesSql = `
  insert into billing.series (tenant_id, id, legal_entity_id, kind, year, last_sequence)
  values ($1, 'ser_bench', 'bench', 'invoice', 2026, $2::int)`

/** One for each agreement, spread over the year that ends today. */
const invoicesSql = `
  insert into billing.invoices
    (tenant_id, id, series_id, sequence, number, issued_on, issued_at, account_id, account_name, currency, net_minor,
      tax_minor, total_minor, content, content_hash, from_credit_minor, state, paid_at)
  select $1, 'inv_' || lpad(n::text, 26, '0'), 'ser_bench', n, 'B-' || n, day, day, 'acc_' || lpad(owner::text, 26, '0'),
    'Customer ' || owner, (array['KRW', 'USD', 'EUR'])[1 + n % 3], net, net / 10, net + net / 10, repeat('content ', 200),
    'hash', net + net / 10, 'paid', day
  from (
    select n, n % $3::int + 1 as owner, ${today} - 364 + (n::bigint * 365 / ($2::int + 1))::int as day,
      500 + (n * 31::bigint % 90000) as net
    from generate_series(1, $2::int) as n) as numbered`
