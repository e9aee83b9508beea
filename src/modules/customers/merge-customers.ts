import { eq, sql } from "drizzle-orm"
import { recordAudit } from "#audit"
import { moveRequests, moveSubscriptions } from "#billing"
import { moveCredit } from "#credit"
import { absorbAccount } from "#identity"
import { actorId, type Context, within } from "#kit/context.ts"
import { keepTransferWords, listCustomerBalances, postTransfer } from "#ledger"

import { moveOrders, movePlanChanges } from "#orders"
import { movePaperwork } from "#paperwork"
import { moveAttempts, moveMethods } from "#payments"

import { moveServices } from "#provisioning"
import { movePriceItems } from "#repricing"
import { customerRefusals } from "./errors.ts"
import { planMerge } from "./plan-merge.ts"
import { accountTags, fieldValues, files, merges, notes } from "./tables.ts"

export interface MergeWish {
  readonly fromId: string
  readonly intoId: string
  readonly reason: string
}

/** All of it in one transaction, or nothing. What was issued stays as it was issued (I9); the survivor reaches it. */
export async function mergeCustomers(ctx: Context, wish: MergeWish): Promise<{ accountId: string }> {
  const { fromId, intoId, reason } = wish
  await ctx.db.execute(sql`
    select id from identity.accounts where id = any(${sql.param([fromId, intoId])}::text[]) order by id for update`)
  const { moves, ends, obstacles, from } = await planMerge(ctx, wish)
  if (obstacles.length > 0) {
    customerRefusals.refuse(
      "customers.merge_not_now",
      { obstacles: obstacles.join(" ") },
      { field: "intoId" },
    )
  }
  const id = ctx.newId("mrg")
  await moveCredit(ctx, { fromId, intoId })
  await moveMoney(ctx, { ...wish, mergeId: id })
  await moveServices(ctx, wish)
  await moveOrders(ctx, wish)
  await movePlanChanges(ctx, wish)
  await movePriceItems(ctx, wish)
  const references = await moveRequests(ctx, wish)
  await moveSubscriptions(ctx, wish)
  await moveAttempts(ctx, { fromId, intoId, references })
  await moveMethods(ctx, wish)
  await movePaperwork(ctx, wish)
  await moveRecords(ctx, wish)
  await absorbAccount(ctx, { fromId, intoId })
  const mergedBy = actorId(ctx.actor)
  const moved = { ...moves, ...ends }
  await ctx.db.insert(merges).values({
    id,
    fromAccountId: fromId,
    intoAccountId: intoId,
    mergedBy,
    reason,
    moved,
    at: ctx.clock.now(),
  })
  await recordAudit(ctx, {
    act: "customers.merged",
    subjectId: fromId,
    accountId: intoId,
    reason,
    before: { ...from },
    after: { mergedIntoId: intoId, ...moved },
  })
  return { accountId: intoId }
}

/** One transfer per kind and currency; said once, because a merge happens once. */
async function moveMoney(ctx: Context, wish: MergeWish & { readonly mergeId: string }): Promise<void> {
  const { fromId, intoId, mergeId } = wish
  for (const { kind, currency, amount } of await listCustomerBalances(ctx, within(ctx.actor), [fromId])) {
    if (kind === "receivable") continue
    await postTransfer(ctx, {
      key: `merge:${mergeId}:${kind}:${currency}`,
      currency,
      // As the audit names it: whoever traces the money finds who said so.
      reference: fromId,
      words: keepTransferWords("merged", { from: fromId, into: intoId }),
      postings: [
        { account: `${kind}:${fromId}`, minor: amount.minor },
        { account: `${kind}:${intoId}`, minor: -amount.minor },
      ],
    })
  }
}

/** Where both have a value of a field, the survivor's counts. */
async function moveRecords(ctx: Context, { fromId, intoId }: MergeWish): Promise<void> {
  await ctx.db.update(notes).set({ accountId: intoId }).where(eq(notes.accountId, fromId))
  await ctx.db.update(files).set({ accountId: intoId }).where(eq(files.accountId, fromId))
  await ctx.db.execute(sql`
    update ${accountTags} as own set account_id = ${intoId} where account_id = ${fromId} and not exists (
      select from ${accountTags} as theirs where theirs.account_id = ${intoId} and theirs.tag_id = own.tag_id)`)
  await ctx.db.delete(accountTags).where(eq(accountTags.accountId, fromId))
  await ctx.db.execute(sql`
    update ${fieldValues} as own set account_id = ${intoId} where account_id = ${fromId} and not exists (
      select from ${fieldValues} as theirs where theirs.account_id = ${intoId} and theirs.field_id = own.field_id)`)
  await ctx.db.delete(fieldValues).where(eq(fieldValues.accountId, fromId))
}
