import type { z } from "zod"
import { listDocumentNumbers } from "#billing"
import { getAccount } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { type Currency, toWire } from "#kit/money.ts"
import { listCustomerCurrencies, listCustomerMoves } from "#ledger"
import { getSettings } from "#tenancy"
import { paperworkRefusals } from "./errors.ts"
import { planStatement } from "./plan-statement.ts"
import type { statementShape } from "./statement-contract.ts"

export interface StatementWish {
  readonly accountId?: string | undefined
  readonly currency?: Currency | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export type Statement = z.infer<typeof statementShape>

/** An account's statement of a time: this year so far, where nothing else is said. */
export async function readStatement(ctx: Context, reach: Reach, wish: StatementWish): Promise<Statement> {
  const settings = await getSettings(ctx)
  const today = ctx.clock.today(settings.timeZone)
  const accountId = chooseAccount(ctx, reach, wish.accountId)
  const currencies = await listCustomerCurrencies(ctx, reach, accountId)
  const currency = wish.currency ?? currencies[0] ?? settings.defaultCurrency
  const to = wish.to ? Temporal.PlainDate.from(wish.to) : today
  const from = wish.from ? Temporal.PlainDate.from(wish.from) : to.with({ month: 1, day: 1 })
  if (Temporal.PlainDate.compare(from, to) > 0) {
    paperworkRefusals.refuse("paperwork.period_wrong", {}, { field: "from" })
  }
  const account = await getAccount(ctx, accountId)
  const { opening, moves } = await listCustomerMoves(ctx, reach, { accountId, currency, from, to })
  const numbers = await listDocumentNumbers(
    ctx,
    reach,
    moves.map((move) => move.reference),
  )
  const plan = planStatement(opening, moves, numbers)
  return {
    accountId,
    accountName: account.company ?? account.name,
    currency,
    currencies,
    from: from.toString(),
    to: to.toString(),
    opening: toWire(opening),
    lines: plan.lines.map((line) => ({
      on: line.on.toString(),
      kind: line.kind,
      number: line.number,
      amount: toWire(line.amount),
      balance: toWire(line.balance),
    })),
    closing: toWire(plan.closing),
  }
}

/** A foreign account looks like one that isn't there. */
function chooseAccount(ctx: Context, reach: Reach, wanted: string | undefined): string {
  const own = ctx.actor.kind === "customer" ? ctx.actor.accountIds[0] : undefined
  const accountId = wanted ?? own
  const isWithin = accountId && (reach.kind !== "accounts" || reach.accountIds.includes(accountId))
  if (!accountId || !isWithin) {
    return paperworkRefusals.refuse("paperwork.account_missing", {}, { field: "accountId" })
  }
  return accountId
}
