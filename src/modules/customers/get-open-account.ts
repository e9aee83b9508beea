import { type Account, getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"

/** A customer to write about. One that was merged away is worked on where it went. */
export async function getOpenAccount(ctx: Context, id: string): Promise<Account> {
  const account = await getAccount(ctx, id)
  return account.mergedIntoId === null
    ? account
    : customerRefusals.refuse("customers.customer_merged", { id, into: account.mergedIntoId })
}
