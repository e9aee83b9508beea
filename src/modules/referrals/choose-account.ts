import { listAccountNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { referralRefusals } from "./errors.ts"

/** Whose link is meant: customers mean their own unless they name another of theirs; staff have to say. */
export async function chooseAccount(ctx: Context, reach: Reach, wanted: string | undefined): Promise<string> {
  const own = ctx.actor.kind === "customer" ? ctx.actor.accountIds[0] : undefined
  const id = wanted ?? own
  if (!id) return referralRefusals.refuse("referrals.account_needed", {}, { field: "accountId" })
  const isWithin = reach.kind === "all" || (reach.kind === "accounts" && reach.accountIds.includes(id))
  const isThere = isWithin && (await listAccountNames(ctx, [id])).has(id)
  return isThere ? id : referralRefusals.refuse("referrals.account_missing", { id })
}
