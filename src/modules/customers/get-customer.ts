import { sql } from "drizzle-orm"
import type { z } from "zod"
import { getAccount, getProfile, listAccountPeople } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import { add, type Currency, type Money, money, toWire, type WireMoney } from "#kit/money.ts"
import { sayTrouble, type TroubleKind } from "#kit/work/trouble.ts"
import { listCustomerBalances } from "#ledger"
import type { WorkTitles } from "#operations"
import { getSettings } from "#tenancy"
import type { customerShape } from "./contract.ts"
import { listFamily, listFieldValues, listFiles, listNotes, listTagIds } from "./queries.ts"

export type CustomerView = z.infer<typeof customerShape>

/** What whoever picks up the telephone wants to know at once. Lists with pages of their own come from their modules. */
export async function getCustomer(
  ctx: Context,
  reach: Reach,
  id: string,
  titles: WorkTitles,
): Promise<CustomerView> {
  const [, ...absorbedIds] = await listFamily(ctx, reach, id)
  const family = [id, ...absorbedIds]
  const [account, profile] = [await getAccount(ctx, id), await getProfile(ctx, reach, id)]
  const people = await listAccountPeople(ctx, reach, id)
  const work = await listOpenWork(ctx, family)
  const troubled = await listTroubled(ctx, family)
  return {
    id,
    name: profile.name,
    kind: profile.kind,
    personName: profile.personName,
    company: profile.company,
    email: profile.email,
    phone: profile.phone,
    language: profile.language,
    country: profile.country,
    addressLines: profile.addressLines,
    purchaseOrder: profile.purchaseOrder,
    taxIds: profile.taxIds,
    contacts: profile.contacts.map(({ name, email, getsInvoices }) => ({ name, email, getsInvoices })),
    createdAt: account.createdAt.toString(),
    mergedIntoId: account.mergedIntoId,
    absorbedIds,
    people: people.map((one) => ({
      ...one,
      since: one.since.toString(),
      lastSignInAt: one.lastSignInAt?.toString() ?? null,
    })),
    balances: await sumBalances(ctx, reach, family),
    openRequests: await listOpenRequests(ctx, family),
    work: work.map(({ id: operationId, name, state, trouble, why }) => ({
      id: operationId,
      title: titles.get(name)?.[ctx.language] ?? name,
      state,
      trouble: sayTrouble({ state, trouble }, ctx.language),
      why,
    })),
    trouble: [
      ...troubled,
      ...work
        .filter((one) => one.state === "stuck")
        .map((one) => ({
          kind: "operation" as const,
          id: one.id,
          words: titles.get(one.name)?.[ctx.language] ?? one.name,
        })),
    ],
    tagIds: await listTagIds(ctx, reach, id),
    fields: await listFieldValues(ctx, reach, id),
    notes: await listNotes(ctx, reach, family),
    files: await listFiles(ctx, reach, family),
  }
}

/** One sum per kind and currency, over the account and what was merged into it. */
async function sumBalances(
  ctx: Context,
  reach: Reach,
  family: readonly string[],
): Promise<CustomerView["balances"]> {
  const sums = new Map<string, { kind: CustomerView["balances"][number]["kind"]; amount: Money }>()
  for (const { kind, currency, amount } of await listCustomerBalances(ctx, reach, family)) {
    const known = sums.get(`${kind} ${currency}`)
    sums.set(`${kind} ${currency}`, { kind, amount: known ? add(known.amount, amount) : amount })
  }
  return [...sums.values()].map(({ kind, amount }) => ({ kind, amount: toWire(amount) }))
}

const MOST_SHOWN = 20

interface RequestRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly minor: string
  readonly currency: Currency
  readonly due: string
}

async function listOpenRequests(
  ctx: Context,
  family: readonly string[],
): Promise<CustomerView["openRequests"]> {
  const { timeZone } = await getSettings(ctx)
  const today = ctx.clock.today(timeZone).toString()
  const found = await ctx.db.execute<RequestRow>(sql`
    select id, number, total_minor::text as minor, currency, due_on::text as due
    from billing.payment_requests
    where account_id = any(${sql.param([...family])}::text[]) and state = 'open'
    order by due_on, id limit ${MOST_SHOWN}`)
  return found.rows.map(({ id, number, minor, currency, due }) => ({
    id,
    number,
    total: toWireOf(minor, currency),
    dueOn: due,
    isOverdue: due < today,
  }))
}

function toWireOf(minor: string, currency: Currency): WireMoney {
  return toWire(money(BigInt(minor), currency))
}

interface OpenWork extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly state: CustomerView["work"][number]["state"]
  readonly trouble: TroubleKind | null
  readonly why: string | null
}

/** Work names what it is about: services, attempts to pay, refunds, or the account itself. */
async function listOpenWork(ctx: Context, family: readonly string[]): Promise<OpenWork[]> {
  const found = await ctx.db.execute<OpenWork>(sql`
    select distinct o.id, o.name, o.state, o.trouble, o.why
    from customers.subjects_of(${sql.param([...family])}::text[]) as ours(subject)
    join work.operation_subjects about on about.subject = ours.subject
    join work.operations o on o.tenant_id = about.tenant_id and o.id = about.operation_id
    where o.state in ('queued', 'running', 'waiting', 'stuck', 'undoing')
    order by o.id limit ${MOST_SHOWN}`)
  return found.rows
}

async function listTroubled(ctx: Context, family: readonly string[]): Promise<CustomerView["trouble"]> {
  const found = await ctx.db.execute<CustomerView["trouble"][number] & Record<string, unknown>>(sql`
    (select 'service' as kind, id, hostname as words from provisioning.services
      where account_id = any(${sql.param([...family])}::text[]) and state = 'needs_attention' order by id limit ${MOST_SHOWN})
    union all
    (select 'order', id, number from orders.orders
      where account_id = any(${sql.param([...family])}::text[]) and needs_attention order by id limit ${MOST_SHOWN})`)
  return found.rows
}
