import { type SQL, sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"

/** What things are called by people, by the beginning of their ids. What isn't here has no name of its own. */
const namedIn: Readonly<Record<string, (ctx: Context) => { readonly table: SQL; readonly name: SQL }>> = {
  acc: () => ({ table: sql`identity.accounts`, name: sql`name` }),
  chg: (ctx) => ({ table: sql`orders.plan_changes`, name: sql`agreed -> 'planName' ->> ${ctx.language}` }),
  cpn: () => ({ table: sql`catalog.coupons`, name: sql`code` }),
  crn: () => ({ table: sql`billing.credit_notes`, name: sql`number` }),
  fpr: () => ({ table: sql`federation.providers`, name: sql`name` }),
  hst: () => ({ table: sql`hosts.host_names`, name: sql`host` }),
  inv: () => ({ table: sql`billing.invoices`, name: sql`number` }),
  msg: () => ({ table: sql`notifications.messages`, name: sql`subject` }),
  ntc: (ctx) => ({ table: sql`notices.notices`, name: sql`title ->> ${ctx.language}` }),
  ord: () => ({ table: sql`orders.orders`, name: sql`number` }),
  pag: () => ({ table: sql`content.pages`, name: sql`slug` }),
  pay: () => ({ table: sql`payments.attempts`, name: sql`description` }),
  pch: (ctx) => ({
    table: sql`repricing.price_changes`,
    name: sql`(select string_agg(v.name ->> ${ctx.language}, ', ' order by v.plan_id) from catalog.plan_versions v
      where v.id = any(array(select jsonb_array_elements_text(version_ids))))`,
  }),
  pco: (ctx) => ({
    table: sql`repricing.corrections`,
    name: sql`(select v.name ->> ${ctx.language} from catalog.plan_versions v where v.id = right_version_id)`,
  }),
  per: () => ({ table: sql`identity.people`, name: sql`name` }),
  pln: (ctx) => ({
    table: sql`catalog.plans`,
    name: sql`coalesce((select v.name ->> ${ctx.language} from catalog.plan_versions v where v.id = current_version_id), slug)`,
  }),
  pnl: () => ({ table: sql`provisioning.panels`, name: sql`name` }),
  prd: (ctx) => ({ table: sql`catalog.products`, name: sql`name ->> ${ctx.language}` }),
  prq: () => ({ table: sql`billing.payment_requests`, name: sql`number` }),
  quo: () => ({ table: sql`paperwork.quotes`, name: sql`number` }),
  sub: (ctx) => ({ table: sql`billing.subscriptions`, name: sql`words ->> ${ctx.language}` }),
  svc: () => ({ table: sql`provisioning.services`, name: sql`hostname` }),
  tag: () => ({ table: sql`customers.tags`, name: sql`name` }),
}

/** A selection of ids and names for each kind of thing among them, each found by its key. */
export function selectNames(ctx: Context, ids: readonly string[]): SQL[] {
  return [...Map.groupBy(new Set(ids), (id) => id.split("_")[0] ?? "")].flatMap(([kind, those]) => {
    const from = namedIn[kind]?.(ctx)
    return from
      ? [sql`select id, ${from.name} as name from ${from.table} where id = any(${sql.param(those)}::text[])`]
      : []
  })
}
