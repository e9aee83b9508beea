import { eq } from "drizzle-orm"
import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import { announceAct } from "./announce-act.ts"
import { getProfile, type ProfileView } from "./get-profile.ts"
import { lockAccount } from "./lock-account.ts"
import type { profileInput } from "./member-contract.ts"
import { accountAddresses, billingContacts, taxIds } from "./member-tables.ts"
import { planProfile } from "./plan-profile.ts"
import { accounts } from "./tables.ts"

/** The profile as a whole: what isn't in it any more is gone. Papers that were issued keep what they said. */
export async function saveProfile(
  ctx: Context,
  id: string,
  wish: z.infer<typeof profileInput>,
): Promise<ProfileView> {
  const reach = within(ctx.actor)
  await lockAccount(ctx, reach, id)
  const before = await getProfile(ctx, reach, id)
  const plan = planProfile(wish)
  await ctx.db.update(accounts).set(plan.account).where(eq(accounts.id, id))
  await ctx.db.delete(taxIds).where(eq(taxIds.accountId, id))
  await ctx.db.delete(billingContacts).where(eq(billingContacts.accountId, id))
  await ctx.db.delete(accountAddresses).where(eq(accountAddresses.accountId, id))
  const rowsOf = <Part extends object>(prefix: string, parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, id: ctx.newId(prefix), accountId: id }))
  if (plan.taxIds.length > 0) await ctx.db.insert(taxIds).values(rowsOf("tax", plan.taxIds))
  if (plan.contacts.length > 0) await ctx.db.insert(billingContacts).values(rowsOf("con", plan.contacts))
  if (plan.addresses.length > 0) await ctx.db.insert(accountAddresses).values(rowsOf("adr", plan.addresses))
  const after = await getProfile(ctx, reach, id)
  await announceAct(ctx, {
    act: "identity.profile-changed",
    subjectId: id,
    accountId: id,
    ...planDifference(before, after),
  })
  return after
}

/** Only what differs: an audit row of twenty unchanged lines is read by nobody. */
function planDifference(before: ProfileView, after: ProfileView) {
  const keys = Object.keys(after) as (keyof ProfileView)[]
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const pick = (view: ProfileView) => Object.fromEntries(changed.map((key) => [key, view[key]]))
  return { before: pick(before), after: pick(after) }
}
