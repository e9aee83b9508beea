import pg from "pg"

/** Counted in the gateway's, the panel's and the mail server's own books, and in ours. */
export interface OddOrder {
  readonly orderId: string
  readonly invoices: number
  readonly charges: number
  readonly servers: number
  readonly welcomeMails: number
  readonly receiptMails: number
  readonly state: string
}

/** Something was lost or doubled. */
export class PromiseBroken extends Error {
  override readonly name = "PromiseBroken"
}

export function describeOdd({ orderId, ...counts }: OddOrder): string {
  return `  ${orderId}: ${Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(", ")}`
}

export interface SaleCheck extends AsyncDisposable {
  /** Orders that don't have exactly one of each. */
  findOddOrders(orderIds: readonly string[]): Promise<OddOrder[]>
  areDelivered(orderIds: readonly string[]): Promise<boolean>
  /** Which of these operations and events somebody has written to since they were struck. */
  findRecovered(
    struck: readonly { readonly subject: string; readonly atEpochMs: number }[],
  ): Promise<Set<string>>
  count(): Promise<{ repeatedMails: number; needingPeople: number }>
}

export function openSaleCheck(ownerUrl: string): SaleCheck {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, application_name: "hostwell sale check" })
  // A database that is dropped ends what is idle; that is nobody's failure.
  pool.on("error", () => {})
  return {
    findOddOrders: async (orderIds) => {
      const found = await pool.query<OddOrder>(ODD_ORDERS, [orderIds])
      return found.rows
    },
    areDelivered: async (orderIds) => {
      const found = await pool.query(
        "select from orders.orders where id = any($1) and state <> 'delivered' limit 1",
        [orderIds],
      )
      return found.rowCount === 0
    },
    findRecovered: async (struck) => {
      const subjects = struck.map((one) => one.subject)
      const moments = struck.map((one) => one.atEpochMs / 1_000)
      const found = await pool.query<{ subject: string }>(RECOVERED, [subjects, moments])
      return new Set(found.rows.map((row) => row.subject))
    },
    count: async () => {
      const found = await pool.query<{ repeated: string; needing: string }>(`
        select (select coalesce(sum(deliveries - 1), 0) from sandbox.mails) as repeated,
          (select count(*) from work.operations where state = 'stuck')
          + (select count(*) from provisioning.services where state = 'needs_attention') as needing`)
      const row = found.rows[0]
      return { repeatedMails: Number(row?.repeated), needingPeople: Number(row?.needing) }
    },
    [Symbol.asyncDispose]: () => pool.end(),
  }
}

const RECOVERED = `
  with struck as (select * from unnest($1::text[], $2::double precision[]) as given(subject, at))
  select subject from struck
  join work.operations o on o.id = subject
    and (o.touched_at > to_timestamp(at) or o.state in ('done', 'undone', 'closed'))
  union
  select subject from struck join events.events e on e.id = subject and e.dispatched_at is not null`

/** Mails are told apart by their Message-ID: the same one again is the same mail handed over twice. */
const ODD_ORDERS = `
  select * from (
    select o.id as "orderId", o.state,
      (select count(*)::int from billing.invoices i where i.order_id = o.id) as invoices,
      (select count(*)::int from sandbox.card_charges c
        join payments.attempts a on a.id = c.reference where a.reference = o.payment_request_id) as charges,
      (select count(*)::int from provisioning.services s
        join sandbox.virtfusion_servers m on m.name = s.id and m.delete_at is null
        where s.order_id = o.id and s.state = 'active') as servers,
      (select count(*)::int from sandbox.mails m
        where m.recipients ->> 0 = account.email and m.subject like 'Your server % is ready') as "welcomeMails",
      (select count(*)::int from sandbox.mails m
        where m.recipients ->> 0 = account.email and m.subject like 'Payment received: invoice %') as "receiptMails"
    from orders.orders o
    join identity.accounts account on account.tenant_id = o.tenant_id and account.id = o.account_id
    where o.id = any($1)
  ) as counted
  where state <> 'delivered' or invoices <> 1 or charges <> 1 or servers <> 1
    or "welcomeMails" <> 1 or "receiptMails" <> 1`
