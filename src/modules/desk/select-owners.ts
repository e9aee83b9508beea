import { type SQL, sql } from "drizzle-orm"

/** Whose things are, by the beginning of their ids: a customer's account, where the row names one. */
const ownedIn: Readonly<Record<string, SQL>> = {
  chg: sql`orders.plan_changes`,
  crn: sql`billing.credit_notes`,
  inv: sql`billing.invoices`,
  ord: sql`orders.orders`,
  pay: sql`payments.attempts`,
  pmt: sql`payments.payment_methods`,
  prq: sql`billing.payment_requests`,
  quo: sql`paperwork.quotes`,
  set: sql`payments.method_setups`,
  sub: sql`billing.subscriptions`,
  svc: sql`provisioning.services`,
  vat: sql`tax.vat_checks`,
}

/** A selection of the things' ids, and of what those are called whom they belong to or who gets them. */
export function selectOwners(ids: readonly string[]): SQL[] {
  return [...Map.groupBy(new Set(ids), (id) => id.split("_")[0] ?? "")].flatMap(([kind, those]) => {
    const wanted = sql`any(${sql.param(those)}::text[])`
    if (kind === "msg") {
      return [sql`select id, recipient_name as name from notifications.messages where id = ${wanted}`]
    }
    if (kind === "rfd") {
      return [
        sql`select r.id, a.name from payments.refunds r
        join payments.attempts p on p.tenant_id = r.tenant_id and p.id = r.attempt_id
        join identity.accounts a on a.tenant_id = p.tenant_id and a.id = p.account_id
        where r.id = ${wanted}`,
      ]
    }
    const table = ownedIn[kind]
    return table
      ? [
          sql`select t.id, a.name from ${table} t
          join identity.accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
          where t.id = ${wanted}`,
        ]
      : []
  })
}
