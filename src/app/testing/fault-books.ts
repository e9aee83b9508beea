import pg from "pg"

/** What one order left behind, counted in the gateway's, the panel's and the mail server's own books, and in ours. */
export interface OrderTrace {
  readonly orderState: string
  readonly needsPerson: boolean
  readonly attemptStates: string
  readonly charges: number
  readonly invoices: number
  readonly creditNotes: number
  readonly refunds: number
  readonly refundedMinor: string
  readonly chargedMinor: string
  readonly serviceStates: string
  /** Ever made there under the service's name, deleted ones included: a second one is a double. */
  readonly machinesMade: number
  readonly machinesLeft: number
  readonly builds: number
}

export interface CallMade {
  readonly method: string
  readonly path: string
}

/** What a trial looks at besides the promises: as the database's owner, beside the wall. */
export interface FaultBooks extends AsyncDisposable {
  trace(orderId: string): Promise<OrderTrace>
  /** Of an account: what the gateway still keeps to charge, and secrets of removed ones that we still hold. */
  countKeptCards(accountId: string): Promise<number>
  /** Kinds of calls since the last look, from the operations list. */
  takeCalls(): Promise<CallMade[]>
  /** Machines on the panel that carry no service's name, mails handed over more than once, people asked for. */
  count(): Promise<{ strangeMachines: number; repeatedMails: number; people: number }>
}

export function openFaultBooks(ownerUrl: string): FaultBooks {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, application_name: "hostwell fault books" })
  let seen = 0
  return {
    trace: async (orderId) => {
      const found = await pool.query<OrderTrace>(TRACE, [orderId])
      if (!found.rows[0]) throw new Error(`There is no order ${orderId}.`)
      return found.rows[0]
    },
    countKeptCards: async (accountId) => {
      const found = await pool.query<{ held: number }>(KEPT_CARDS, [accountId])
      return found.rows[0]?.held ?? 0
    },
    takeCalls: async () => {
      const found = await pool.query<CallMade & { last: string }>(
        `select method, path, max(number) as last from work.calls where number > $1 group by method, path`,
        [seen],
      )
      seen = found.rows.reduce((last, row) => Math.max(last, Number(row.last)), seen)
      return found.rows
    },
    count: async () => {
      const found = await pool.query<Record<"strange" | "repeated" | "people", string>>(COUNT)
      const row = found.rows[0]
      return {
        strangeMachines: Number(row?.strange),
        repeatedMails: Number(row?.repeated),
        people: Number(row?.people),
      }
    },
    [Symbol.asyncDispose]: () => pool.end(),
  }
}

const TRACE = `
  with bought as (select * from orders.orders where id = $1),
  tries as (
    select a.* from payments.attempts a join bought o on o.tenant_id = a.tenant_id and o.payment_request_id = a.reference
  ),
  taken as (select c.* from sandbox.card_charges c join tries t on t.id = c.reference),
  built as (select s.* from provisioning.services s join bought o on o.tenant_id = s.tenant_id and o.id = s.order_id),
  machines as (select m.* from sandbox.virtfusion_servers m join built s on s.id = m.name)
  select o.state as "orderState", o.needs_attention as "needsPerson",
    (select string_agg(state, ',' order by state) from tries) as "attemptStates",
    (select count(*)::int from taken) as charges,
    (select count(*)::int from billing.invoices i where i.order_id = o.id) as invoices,
    (select count(*)::int from billing.credit_notes n join billing.invoices i on i.id = n.invoice_id
      where i.order_id = o.id) as "creditNotes",
    (select count(*)::int from sandbox.card_refunds r join taken c on c.id = r.charge_id) as refunds,
    (select coalesce(sum(refunded_minor), 0)::text from taken) as "refundedMinor",
    (select coalesce(sum(amount_minor), 0)::text from taken) as "chargedMinor",
    (select coalesce(string_agg(state, ','), '') from built) as "serviceStates",
    (select count(*)::int from machines) as "machinesMade",
    (select count(*)::int from machines where delete_at is null) as "machinesLeft",
    (select coalesce(sum(build_count), 0)::int from machines) as builds
  from bought o`

const KEPT_CARDS = `
  select (select count(*)::int from sandbox.card_methods where customer = $1 and detached_at is null)
    + (select count(*)::int from payments.payment_methods where account_id = $1 and token_sealed is not null) as held`

const COUNT = `
  select (select count(*) from sandbox.virtfusion_servers m
      where not exists (select from provisioning.services s where s.id = m.name)) as strange,
    (select coalesce(sum(deliveries - 1), 0) from sandbox.mails) as repeated,
    (select count(*) from work.operations where state = 'stuck')
      + (select count(*) from provisioning.services where state = 'needs_attention') as people`
