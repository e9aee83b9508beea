import type { Context } from "#kit/context.ts"
import { creditRefusals } from "./errors.ts"

/** Whose credit is meant: customers mean their own unless they name another of theirs; staff have to say. */
export function chooseAccount(ctx: Context, accountId: string | undefined): string {
  if (accountId) return accountId
  const own = ctx.actor.kind === "customer" ? ctx.actor.accountIds[0] : undefined
  return own ?? creditRefusals.refuse("credit.account_needed", {}, { field: "accountId" })
}
