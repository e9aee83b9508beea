import { inArray, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Currency } from "#kit/money.ts"
import { getSettings } from "#tenancy"
import { readAccountName } from "./account-role.ts"
import { planBalanceChanges, planTransfer, type TransferPosting } from "./plan-transfer.ts"
import { balances, ledgerAccounts, postings, transfers } from "./tables.ts"

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
  const written = await ctx.db
    .insert(transfers)
    .values({
      id: transferId,
      key: wanted.key,
      currency: wanted.currency,
      reference: wanted.reference,
      words: wanted.words,
      postedAt: ctx.clock.now(),
      postedOn: wanted.on ?? ctx.clock.today(timeZone),
    })
    .onConflictDoNothing()
    .returning({ id: transfers.id })
  if (written.length === 0) return { isNew: false }

  const ids = await ensureAccounts(ctx, [...new Set(planned.map((posting) => posting.account))].sort())
  await ctx.db.insert(postings).values(
    planned.map(({ account, minor }, position) => ({
      id: ctx.newId("pst"),
      transferId,
      ledgerAccountId: idOf(ids, account),
      position,
      currency: wanted.currency,
      amountMinor: minor,
    })),
  )
  await changeBalances(ctx, wanted.currency, planBalanceChanges(planned), ids)
  return { isNew: true }
}

async function ensureAccounts(ctx: Context, names: readonly string[]): Promise<Map<string, string>> {
  const known = await findAccounts(ctx, names)
  const missing = names.filter((name) => !known.has(name))
  if (missing.length === 0) return known
  await ctx.db
    .insert(ledgerAccounts)
    .values(
      missing.map((name) => {
        const { kind, side, owner } = readAccountName(name)
        const customerId = side === "customer" ? owner : null
        return { id: ctx.newId("lac"), name, kind, side, customerId, createdAt: ctx.clock.now() }
      }),
    )
    .onConflictDoNothing()
  return findAccounts(ctx, names)
}

async function findAccounts(ctx: Context, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: ledgerAccounts.id, name: ledgerAccounts.name })
    .from(ledgerAccounts)
    .where(inArray(ledgerAccounts.name, [...names]))
  return new Map(rows.map((row) => [row.name, row.id]))
}

async function changeBalances(
  ctx: Context,
  currency: Currency,
  changes: readonly TransferPosting[],
  ids: Map<string, string>,
): Promise<void> {
  if (changes.length === 0) return
  await ctx.db
    .insert(balances)
    .values(
      changes.map(({ account, minor }) => ({
        id: ctx.newId("bal"),
        ledgerAccountId: idOf(ids, account),
        currency,
        balanceMinor: minor,
      })),
    )
    .onConflictDoUpdate({
      target: [balances.tenantId, balances.ledgerAccountId, balances.currency],
      set: { balanceMinor: sql`${balances.balanceMinor} + excluded.balance_minor` },
    })
}

function idOf(ids: Map<string, string>, account: string): string {
  const id = ids.get(account)
  if (!id) throw new Error(`Ledger account ${account} was not made.`)
  return id
}
