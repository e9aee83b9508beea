import { inArray, type SQL, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { readAccountName } from "./account-role.ts"
import { planBalanceChanges, planTransfer, type TransferPosting } from "./plan-transfer.ts"
import { ledgerAccounts } from "./tables.ts"

export interface NewTransfer {
  /** The same key twice is one transfer: the second call does nothing. */
  readonly key: string
  readonly currency: Currency
  readonly reference: string
  readonly words: string
  readonly postings: readonly TransferPosting[]
  /** The day it belongs to, where that is over: a day's close is booked after midnight. Default: today. */
  readonly on?: Temporal.PlainDate
}

/** Books a transfer. Says whether it was this call that did it. */
export async function postTransfer(ctx: Context, wanted: NewTransfer): Promise<{ isNew: boolean }> {
  const planned = planTransfer(wanted.key, wanted.postings)
  if (planned.length === 0) return { isNew: false }
  const { timeZone } = await getSettings(ctx)
  const transferId = ctx.newId("trf")
  const names = [...new Set(planned.map((posting) => posting.account))].sort()
  const { isNew, known } = await begin(ctx, transferId, wanted, {
    postedOn: wanted.on ?? ctx.clock.today(timeZone),
    names,
  })
  if (!isNew) return { isNew }
  await writePostings(ctx, { id: transferId, currency: wanted.currency }, planned, {
    ids: await ensureAccounts(ctx, names, known),
    changes: planBalanceChanges(planned),
  })
  return { isNew }
}

/** The transfer's own row, unless its key has one; and those of its accounts that there are. */
async function begin(
  ctx: Context,
  id: string,
  wanted: NewTransfer,
  { postedOn, names }: { readonly postedOn: Temporal.PlainDate; readonly names: readonly string[] },
): Promise<{ isNew: boolean; known: Map<string, string> }> {
  const { rows } = await ctx.db.execute<{ written: number; known: Record<string, string> }>(sql`
    with written as (
      insert into ledger.transfers (id, key, currency, reference, words, posted_at, posted_on)
      values (${id}, ${wanted.key}, ${wanted.currency}, ${wanted.reference}, ${wanted.words},
        ${ctx.clock.now().toString()}::timestamptz, ${postedOn.toString()}::date)
      on conflict do nothing
      returning id)
    select (select count(*)::int from written) as written,
      (select coalesce(jsonb_object_agg(name, id), '{}') from ledger.accounts
        where name = any(${sql.param([...names])}::text[])) as known`)
  const [row] = rows
  return { isNew: row?.written === 1, known: new Map(Object.entries(row?.known ?? {})) }
}

/** With what they change in the balances, in the order in which everybody locks those. */
async function writePostings(
  ctx: Context,
  transfer: { readonly id: string; readonly currency: Currency },
  planned: readonly TransferPosting[],
  { ids, changes }: { readonly ids: Map<string, string>; readonly changes: readonly TransferPosting[] },
): Promise<void> {
  const { id, currency } = transfer
  const posted = sql`
    insert into ledger.postings (id, transfer_id, ledger_account_id, position, currency, amount_minor)
    select given.id, ${id}, given.account, given.position - 1, ${currency}, given.minor
    from ${unnest(ctx, "pst", planned, ids)}`
  if (changes.length === 0) {
    await ctx.db.execute(posted)
    return
  }
  await ctx.db.execute(sql`
    with posted as (${posted})
    insert into ledger.balances (id, ledger_account_id, currency, balance_minor)
    select given.id, given.account, ${currency}, given.minor
    from ${unnest(ctx, "bal", changes, ids)} order by given.position
    on conflict (tenant_id, ledger_account_id, currency)
      do update set balance_minor = balances.balance_minor + excluded.balance_minor`)
}

function unnest(
  ctx: Context,
  prefix: "pst" | "bal",
  lines: readonly TransferPosting[],
  ids: Map<string, string>,
): SQL {
  return sql`unnest(${sql.param(lines.map(() => ctx.newId(prefix)))}::text[],
    ${sql.param(lines.map(({ account }) => idOf(ids, account)))}::text[],
    ${sql.param(lines.map(({ minor }) => minor.toString()))}::bigint[])
    with ordinality as given (id, account, minor, position)`
}

async function ensureAccounts(
  ctx: Context,
  names: readonly string[],
  known: Map<string, string>,
): Promise<Map<string, string>> {
  const missing = names.filter((name) => !known.has(name))
  if (missing.length === 0) return known
  const made = await ctx.db
    .insert(ledgerAccounts)
    .values(
      missing.map((name) => {
        const { kind, side, owner } = readAccountName(name)
        const customerId = side === "customer" ? owner : null
        return { id: ctx.newId("lac"), name, kind, side, customerId, createdAt: ctx.clock.now() }
      }),
    )
    .onConflictDoNothing()
    .returning({ id: ledgerAccounts.id, name: ledgerAccounts.name })
  const all = new Map([...known, ...made.map(({ name, id }) => [name, id] as const)])
  // Somebody else made one of them at the same moment.
  return names.every((name) => all.has(name)) ? all : findAccounts(ctx, names)
}

async function findAccounts(ctx: Context, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: ledgerAccounts.id, name: ledgerAccounts.name })
    .from(ledgerAccounts)
    .where(inArray(ledgerAccounts.name, [...names]))
  return new Map(rows.map((row) => [row.name, row.id]))
}

function idOf(ids: Map<string, string>, account: string): string {
  const id = ids.get(account)
  if (!id) throw new Error(`Ledger account ${account} was not made.`)
  return id
}
