/** The rows of the one sale that is multiplied, by what they are. */
export interface Grown {
  readonly tenant: string
  readonly orderId: string
  readonly accountId: string
  readonly itemId: string
  readonly pieceId: string
  readonly serviceId: string
  readonly addressId: string
  readonly subscriptionId: string
  readonly invoiceId: string
  readonly personId: string
  readonly memberId: string
  readonly operationId: string
  readonly subjectId: string
  readonly entryId: string
  readonly messageId: string
  readonly otherPlanId: string
  readonly commonTagId: string
  readonly rareTagId: string
  readonly planId: string
  readonly actorId: string
  readonly orderNumber: string
  readonly invoiceNumber: string
  /** The first word of its mail's subject. */
  readonly subjectWord: string
}

/** Of an order: what else the sale has left, with a customer who wears two tags. */
export const SEED = `
  select i.id as "itemId", p.id as "pieceId", s.id as "serviceId", x.id as "addressId", b.id as "subscriptionId",
    v.id as "invoiceId", m.person_id as "personId", m.id as "memberId", s.operation_id as "operationId",
    j.id as "subjectId", common.id as "commonTagId", rare.id as "rareTagId",
    i.plan_id as "planId", o.number as "orderNumber", v.number as "invoiceNumber",
    e.id as "entryId", e.actor_id as "actorId", l.id as "messageId", split_part(l.subject, ' ', 1) as "subjectWord",
    (select id from catalog.plans where id <> i.plan_id order by id limit 1) as "otherPlanId"
  from orders.orders o
  join orders.order_items i on i.order_id = o.id
  join orders.order_services p on p.order_id = o.id
  join provisioning.services s on s.id = p.service_id
  join provisioning.service_addresses x on x.service_id = s.id
  join billing.subscriptions b on b.subject = s.id
  join billing.invoices v on v.id = o.invoice_id
  join identity.members m on m.account_id = o.account_id
  join work.operation_subjects j on j.operation_id = s.operation_id
  join customers.account_tags common on common.account_id = o.account_id and common.tag_id = $2
  join customers.account_tags rare on rare.account_id = o.account_id and rare.tag_id = $3
  cross join lateral (select id, actor_id from audit.entries order by id limit 1) e
  cross join lateral (select id, subject from notifications.messages where state = 'sent' order by id limit 1) l
  where o.id = $1 limit 1`

/** How a table grows: which row is multiplied, and what differs in the n-th of them. All else is as it was. */
export interface Growth {
  readonly table: string
  readonly of: string
  /** SQL by `n`, 1 to as many as are wanted. */
  readonly columns: Readonly<Record<string, string>>
  /** Only these of them, by `n`. */
  readonly only?: string
}

/** So many of the rare ones stand in every shop, however large: nothing may look through all the others for them. */
const RARE = 5
/** So many rows has the customer who looks at the portal, in every shop. */
const OWN = 1_000

export const rareWords = {
  country: "IS",
  act: "operations.undo",
  work: "provisioning.rare",
  template: "rare.letter",
  hostname: "rare",
  subject: "Rare words",
  orderNumber: "RARE-",
  phone: "+821048217730",
} as const

interface Growing {
  readonly at: string
  readonly isRare: string
  readonly accountId: string
  readonly isEnded: string
  readonly seed: Grown
}

export function growths(rows: number, seed: Grown): Growth[] {
  const isOwn = `n % ${Math.max(2, Math.floor(rows / OWN))} = 1`
  // Seven of ten accounts have bought something; one of them has nothing left of it.
  const buyer = `(${scattered(Math.floor(rows / 10), 1)} * 10 + 1 + ${scattered(7, 2)})`
  const grown = {
    // Five and a half years, up to the trial's own first days.
    at: `timestamptz '2020-08-01' + n * interval '${(2_000 * 86_400) / rows} seconds'`,
    isRare: `n % ${Math.ceil(rows / RARE)} = ${Math.floor(rows / (2 * RARE))}`,
    accountId: `case when ${isOwn} then '${seed.accountId}' else 'acc_' || lpad(${buyer}::text, 26, '0') end`,
    isEnded: `not (${isOwn}) and ${buyer} % 10 = 7`,
    seed,
  }
  return [...people(grown), ...sold(grown), ...delivered(grown), ...written(grown)]
}

function people({ at, isRare, seed }: Growing): Growth[] {
  const name = `${pick(lastNames, 4)} || ' ' || ${pick(firstNames, 3)}`
  const phone = `case when ${isRare} then '${rareWords.phone}' else '+8210' || lpad(${scattered(100_000_000, 5)}::text, 8, '0') end`
  const email = `'customer' || n || '@mail' || ${scattered(40, 6)} || '.example'`
  const one = { name, email, phone, created_at: at }
  const country = `case when ${isRare} then '${rareWords.country}' else ${pick(countries, 7)} end`
  const tagged = { id: id("act"), account_id: id("acc") }
  return [
    {
      table: "identity.accounts",
      of: seed.accountId,
      columns: { ...one, id: id("acc"), person_name: name, country },
    },
    { table: "identity.people", of: seed.personId, columns: { ...one, id: id("per") } },
    {
      table: "identity.members",
      of: seed.memberId,
      columns: { id: id("mem"), person_id: id("per"), account_id: id("acc"), created_at: at },
    },
    { table: "customers.account_tags", of: seed.commonTagId, only: "n % 5 = 0", columns: tagged },
    {
      table: "customers.account_tags",
      of: seed.rareTagId,
      only: isRare,
      columns: { ...tagged, id: id("rar") },
    },
  ]
}

function sold({ at, isRare, accountId, isEnded, seed }: Growing): Growth[] {
  const number = `upper(to_hex(n::bigint * 7919 % 9999991))`
  return [
    {
      table: "orders.orders",
      of: seed.orderId,
      columns: {
        id: id("ord"),
        number: `case when ${isRare} then '${rareWords.orderNumber}' else 'O-' end || lpad(${number}, 10, '0')`,
        account_id: accountId,
        state: `case when ${isRare} then 'awaiting_approval' when n % 9 = 0 then 'withdrawn' else one.state end`,
        needs_attention: isRare,
        payment_request_id: id("prq"),
        invoice_id: id("inv"),
        created_at: at,
        paid_at: at,
      },
    },
    {
      table: "orders.order_items",
      of: seed.itemId,
      columns: { id: id("itm"), order_id: id("ord") },
    },
    {
      table: "orders.order_services",
      of: seed.pieceId,
      columns: { id: id("pce"), order_id: id("ord"), item_id: id("itm"), service_id: id("srv") },
    },
    {
      table: "billing.invoices",
      of: seed.invoiceId,
      columns: {
        id: id("inv"),
        sequence: "1000 + n",
        number: `'INV-' || extract(year from ${at}) || '-' || lpad((1000 + n)::text, 6, '0')`,
        issued_on: `(${at})::date`,
        issued_at: at,
        account_id: accountId,
        order_id: id("ord"),
        request_id: id("prq"),
        payment_attempt_id: id("pat"),
        paid_at: at,
      },
    },
    {
      table: "billing.subscriptions",
      of: seed.subscriptionId,
      columns: {
        id: id("sub"),
        account_id: accountId,
        account_name: `${pick(lastNames, 4)} || ' ' || ${pick(firstNames, 3)}`,
        subject: id("srv"),
        order_id: id("ord"),
        first_invoice_id: id("inv"),
        plan_id: `case when ${isRare} then '${seed.otherPlanId}' else one.plan_id end`,
        state: `case when ${isRare} then 'past_due' when ${isEnded} then 'expired' else one.state end`,
        ended_at: `case when not (${isRare}) and ${isEnded} then ${at} end`,
        created_at: at,
      },
    },
  ]
}

function delivered({ at, isRare, accountId, isEnded, seed }: Growing): Growth[] {
  const address = "host(inet '10.0.0.0' + n)"
  const state = `case when ${isRare} then 'needs_attention' when ${isEnded} then 'ended'
    when n % 20 = 3 then 'suspended' else 'active' end`
  return [
    {
      table: "provisioning.services",
      of: seed.serviceId,
      columns: {
        id: id("srv"),
        account_id: accountId,
        order_id: id("ord"),
        hostname: `case when ${isRare} then '${rareWords.hostname}' else 'web' end || n || '.shop.example'`,
        state,
        remote_id: "(1000 + n)::text",
        addresses: `jsonb_build_array(${address})`,
        operation_id: id("op"),
        created_at: at,
        activated_at: at,
      },
    },
    {
      table: "provisioning.service_addresses",
      of: seed.addressId,
      columns: { id: id("adr"), service_id: id("srv"), address },
    },
    {
      table: "work.operations",
      of: seed.operationId,
      columns: {
        id: id("op"),
        key: id("key"),
        name: `case when ${isRare} then '${rareWords.work}' when n % 3 = 0 then one.name else 'billing.document' end`,
        state: `case when ${isRare} then 'stuck' else 'done' end`,
        created_at: at,
        updated_at: at,
        ended_at: at,
      },
    },
    {
      table: "work.operation_subjects",
      of: seed.subjectId,
      columns: { id: id("sbj"), operation_id: id("op"), subject: id("srv") },
    },
  ]
}

function written({ at, isRare, accountId, seed }: Growing): Growth[] {
  const acts = ["orders.place", "orders.pay", "billing.issue", "provisioning.activate", "identity.sign-in"]
  return [
    {
      table: "audit.entries",
      of: seed.entryId,
      columns: {
        id: id("aud"),
        at,
        act: `case when ${isRare} then '${rareWords.act}' else ${pick(acts, 8)} end`,
        actor_id: `case when n % 50 = 0 then ${id("per")} else one.actor_id end`,
        impersonator_id: `case when ${isRare} then 'per_impersonator' end`,
        subject_id: id("ord"),
        account_id: accountId,
      },
    },
    {
      table: "notifications.messages",
      of: seed.messageId,
      columns: {
        id: id("msg"),
        key: id("key"),
        template: `case when ${isRare} then '${rareWords.template}' when n % 3 = 0 then one.template else 'billing.receipt' end`,
        recipient_address: `case when n % 100 = 0 then 'Customer' else 'customer' end || n || '@mail.example'`,
        subject: `case when ${isRare} then '${rareWords.subject}' else one.subject end || ' ' || n`,
        state: `case when ${isRare} then 'failed' else 'sent' end`,
        // A list reads none of it, and packing four million texts takes longer than all the rest.
        ...Object.fromEntries(
          ["text", "html", "shown_text", "shown_html"].map((column) => [column, `left(one.${column}, 200)`]),
        ),
        created_at: at,
        sent_at: `case when ${isRare} then null else ${at} end`,
      },
    },
  ]
}

function id(prefix: string): string {
  return `'${prefix}_' || lpad(n::text, 26, '0')`
}

/** Numbers in no order of their own, the same every time. */
function scattered(choices: number, salt: number): string {
  return `((hashint8(n * 8::bigint + ${salt})::bigint + 2147483648) % ${choices})::int`
}

function pick(choices: readonly string[], salt: number): string {
  const listed = choices.map((one) => `'${one}'`).join(", ")
  return `(array[${listed}])[1 + ${scattered(choices.length, salt)}]`
}

const countries = ["KR", "KR", "KR", "KR", "KR", "KR", "KR", "KR", "JP", "DE"]
const lastNames =
  "Kim Lee Park Choi Jung Kang Cho Yoon 김 이 박 최 Smith Jones Brown Miller Schneider Fischer Weber Tanaka".split(
    " ",
  )
const firstNames =
  "Minjun Seoyeon Jiho Haeun 민준 서연 지호 하은 도윤 서준 Anna Peter Laura Jonas Emma Lukas Yuki Haruto Grace Oliver".split(
    " ",
  )
