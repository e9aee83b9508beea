import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { wordsOf } from "#kit/work/failure.ts"
import type { LeftOut } from "#kit/work/in-halves.ts"
import { inSavepoint } from "#kit/work/in-savepoint.ts"
import { getSettings } from "#tenancy"
import type { RunChunk } from "./charge-due.ts"
import type { DueOf } from "./due-subscriptions.ts"
import { listDueAccounts } from "./list-due-accounts.ts"
import { lockAsPlanned } from "./lock-as-planned.ts"
import { lockDue } from "./lock-due.ts"
import { lookAhead } from "./look-ahead.ts"
import { renewRows } from "./renew-rows.ts"
import { groupRenewals } from "./renewal-lines.ts"
import type { RenewalsAhead } from "./renewals-ahead.ts"
import type { RunningSubscription } from "./subscription.ts"
import { subscriptions } from "./subscription-tables.ts"
import { takeAhead } from "./take-ahead.ts"
import { writeChunk } from "./write-chunk.ts"

const MOST_CHARACTERS = 500

/**
 * Asks for what is due by today, day after day and account after account, each chunk by a few statements. Run twice, or
 * twice at once, it asks once: the rows are locked and looked at again. A subscription that can't be asked for is named
 * and left; the others go on. Where a run hands in what it keeps from chunk to chunk, the next one is planned while the
 * database writes this one.
 */
export async function renewDue(ctx: Context, after: string, ahead?: RenewalsAhead): Promise<RunChunk> {
  const today = ctx.clock.today((await getSettings(ctx)).timeZone)
  const planned = takeAhead(ctx, ahead, { after, today })
  const { accountIds, next } = planned?.due ?? (await listDueAccounts(ctx, today, after))
  if (accountIds.length === 0) return { next, leftOut: [] }
  const error = await inSavepoint(ctx, async () => {
    const plan = planned && (await lockAsPlanned(ctx, planned))
    const running = plan ? [] : await lockDue(ctx, { accountIds, today })
    if (ahead && next !== null) await lookAhead(ctx, ahead, { after: next, today, inHand: accountIds })
    await (plan ? writeChunk(ctx, plan) : renewRows(ctx, running))
  })
  return { next, leftOut: error ? await renewHalves(ctx, { accountIds, today }) : [] }
}

/** Where they can't be renewed together, each half by itself, until it is known whose it is. */
async function renewHalves(ctx: Context, { accountIds, today }: DueOf): Promise<LeftOut[]> {
  const [accountId] = accountIds
  if (accountId !== undefined && accountIds.length === 1) return renewOneByOne(ctx, { accountId, today })
  const middle = Math.floor(accountIds.length / 2)
  const leftOut: LeftOut[] = []
  for (const part of [accountIds.slice(0, middle), accountIds.slice(middle)]) {
    const half = { accountIds: part, today }
    const error = await inSavepoint(ctx, async () => renewRows(ctx, await lockDue(ctx, half)))
    if (error) leftOut.push(...(await renewHalves(ctx, half)))
  }
  return leftOut
}

/** Of one account: each group by itself, and of a group that can't be asked for each subscription. */
async function renewOneByOne(
  ctx: Context,
  { accountId, today }: { readonly accountId: string; readonly today: Temporal.PlainDate },
): Promise<LeftOut[]> {
  let groups: RunningSubscription[][] = []
  const unlocked = await inSavepoint(ctx, async () => {
    groups = groupRenewals(await lockDue(ctx, { accountIds: [accountId], today }))
  })
  if (unlocked) return [{ item: accountId, error: unlocked }]
  const leftOut: LeftOut[] = []
  for (const group of groups) {
    const error = await inSavepoint(ctx, () => renewRows(ctx, group))
    if (error) leftOut.push(...(await renewEach(ctx, group, error)))
  }
  return leftOut
}

async function renewEach(
  ctx: Context,
  group: readonly RunningSubscription[],
  together: Error,
): Promise<LeftOut[]> {
  const leftOut: LeftOut[] = []
  for (const one of group) {
    const error = group.length === 1 ? together : await inSavepoint(ctx, () => renewRows(ctx, [one]))
    if (error && !(await isTroubleNoted(ctx, one, error))) leftOut.push({ item: one.id, error })
  }
  return leftOut
}

/** On its own row. One that refuses even that is left out, and named elsewhere. */
async function isTroubleNoted(ctx: Context, { id }: RunningSubscription, error: Error): Promise<boolean> {
  // The statement and its values are nobody's business.
  const words = wordsOf(error)
  ctx.log.error({ subscriptionId: id, error: words }, "a subscription could not be renewed")
  const refused = await inSavepoint(ctx, async () => {
    const trouble = words.slice(0, MOST_CHARACTERS)
    await ctx.db.update(subscriptions).set({ trouble }).where(eq(subscriptions.id, id))
  })
  return refused === undefined
}
