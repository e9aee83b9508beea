import { sql } from "drizzle-orm"
import type { z } from "zod"
import { type Context, within } from "#kit/context.ts"
import { toWire } from "#kit/money.ts"
import { listCustomerBalances } from "#ledger"
import type { mergePreviewShape } from "./customer-merge-contract.ts"
import { customerRefusals } from "./errors.ts"
import { getOpenAccount } from "./get-open-account.ts"

export type MergePlan = z.infer<typeof mergePreviewShape>

/** The preview is the plan: merging asks the same once more, with both accounts locked. */
export async function planMerge(
  ctx: Context,
  wish: { readonly fromId: string; readonly intoId: string },
): Promise<MergePlan> {
  if (wish.fromId === wish.intoId) {
    await getOpenAccount(ctx, wish.fromId)
    customerRefusals.refuse("customers.merge_same", {}, { field: "intoId" })
  }
  const [from, into] = [await getOpenAccount(ctx, wish.fromId), await getOpenAccount(ctx, wish.intoId)]
  const facts = await countFacts(ctx, wish)
  const money = (await listCustomerBalances(ctx, within(ctx.actor), [from.id])).flatMap(({ kind, amount }) =>
    kind === "receivable" ? [] : [{ kind, amount: toWire(amount) }],
  )
  const { invoices, creditNotes, keys, invitations, obstacles, ...moves } = facts
  const name = ({ id, name: called, email }: typeof from) => ({ id, name: called, email })
  return {
    from: name(from),
    into: name(into),
    moves,
    stays: { invoices, creditNotes },
    ends: { keys, invitations },
    money,
    obstacles,
  }
}

type Facts = MergePlan["moves"] & MergePlan["stays"] & MergePlan["ends"] & Pick<MergePlan, "obstacles">

async function countFacts(
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<Facts> {
  const both = sql.param([fromId, intoId])
  const found = await ctx.db.execute<Facts & Record<string, unknown>>(sql`
    select (select count(*)::int from provisioning.services where account_id = ${fromId}) as services,
      (select count(*)::int from orders.orders where account_id = ${fromId}) as orders,
      (select count(*)::int from billing.payment_requests where account_id = ${fromId} and state = 'open')
        as "openRequests",
      (select count(*)::int from identity.members m where m.account_id = ${fromId} and not exists (
        select from identity.members t where t.account_id = ${intoId} and t.person_id = m.person_id)) as people,
      (select count(*)::int from customers.notes where account_id = ${fromId}) as notes,
      (select count(*)::int from customers.files where account_id = ${fromId}) as files,
      (select count(*)::int from customers.account_tags f where f.account_id = ${fromId} and not exists (
        select from customers.account_tags t where t.account_id = ${intoId} and t.tag_id = f.tag_id)) as tags,
      (select count(*)::int from customers.field_values f where f.account_id = ${fromId} and not exists (
        select from customers.field_values t where t.account_id = ${intoId} and t.field_id = f.field_id)) as fields,
      (select count(*)::int from billing.invoices where account_id = ${fromId}) as invoices,
      (select count(*)::int from billing.credit_notes where account_id = ${fromId}) as "creditNotes",
      (select count(*)::int from identity.api_keys where account_id = ${fromId} and revoked_at is null) as keys,
      (select count(*)::int from identity.invitations where account_id = ${fromId}
        and accepted_at is null and withdrawn_at is null) as invitations,
      array_remove(array[
        case when exists (
          select from customers.subjects_of(${both}::text[]) as ours(subject)
          join work.operation_subjects about on about.subject = ours.subject
          join work.operations o on o.tenant_id = about.tenant_id and o.id = about.operation_id
          where o.state in ('queued', 'running', 'waiting', 'stuck', 'undoing')) then 'work_running' end,
        case when exists (select from payments.attempts where account_id = any(${both}::text[])
          and state in ('created', 'waiting_for_payer', 'unknown')) then 'payment_running' end,
        case when exists (select from payments.attempts a
          join payments.refunds r on r.tenant_id = a.tenant_id and r.attempt_id = a.id
          where a.account_id = any(${both}::text[]) and r.state = 'wanted') then 'refund_running' end,
        case when exists (select from billing.invoices where account_id = ${fromId} and state = 'open')
          then 'unpaid_invoice' end
      ], null) as obstacles`)
  const facts = found.rows[0]
  if (!facts) throw new Error("A select without a table gave no row.")
  return facts
}
