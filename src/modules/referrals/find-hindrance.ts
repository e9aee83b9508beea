import { type Account, getAccount, listAccountPeople, listErasedAccounts } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { ReferralFacts } from "./plan-referral.ts"

const wholeHouse: Reach = { kind: "all" }

/** What stands against a recommendation by the accounts alone: nobody recommends a shop to themselves. */
export async function findHindrance(
  ctx: Context,
  { referrerId, accountId }: { readonly referrerId: string; readonly accountId: string },
): Promise<ReferralFacts["hindrance"]> {
  const came = await getAccount(ctx, accountId)
  const referrer = await survivorOf(ctx, await getAccount(ctx, referrerId))
  const newcomer = await survivorOf(ctx, came)
  const gone = await listErasedAccounts(ctx, [referrer.id, newcomer.id])
  if (gone.size > 0) return "account_gone"
  if (referrer.id === newcomer.id || (await sharePerson(ctx, referrer, newcomer))) return "same_person"
  // The order of somebody who had an account already was found to be theirs.
  const isOlder = Temporal.Instant.compare(newcomer.createdAt, came.createdAt) < 0
  return isOlder ? "known_before" : null
}

async function survivorOf(ctx: Context, account: Account): Promise<Account> {
  return account.mergedIntoId ? getAccount(ctx, account.mergedIntoId) : account
}

/** By who acts for them, and by the address at which they are reached. */
async function sharePerson(ctx: Context, one: Account, other: Account): Promise<boolean> {
  const ofOne = await addressesOf(ctx, one)
  const ofOther = await addressesOf(ctx, other)
  return [...ofOne].some((address) => ofOther.has(address))
}

async function addressesOf(ctx: Context, account: Account): Promise<ReadonlySet<string>> {
  const people = await listAccountPeople(ctx, wholeHouse, account.id)
  return new Set([account.email, ...people.map(({ email }) => email)].map((one) => one.toLowerCase()))
}
