import pg from "pg"
import { type Currency, currencies } from "#kit/money.ts"

/** Who and where: the book is read as the database's owner, past all the code that wrote it. */
export interface BookReader {
  readonly ownerUrl: string
  readonly tenant: string
  readonly zone: string
  /** What the days earn is summed up by these. */
  readonly sums: "month" | "year"
  readonly postings: "each" | "netted"
}

/** What stands under one day, in the order in which a bookkeeper wants to read it. */
interface Entry {
  readonly day: string
  readonly order: number
  readonly lines: readonly string[]
}

/** A company's papers and postings by days, and what is left at the end, as text. */
export async function readBook(reader: BookReader): Promise<string> {
  const client = new pg.Client({ connectionString: reader.ownerUrl })
  await client.connect()
  try {
    const ask: Ask = async (text, ...more) => (await client.query(text, [reader.tenant, ...more])).rows
    const people = await namePeople(ask)
    const entries = [
      ...(await readRequests(ask, reader.zone)),
      ...(await readPapers(ask)),
      ...(await readTransfers(ask, people, reader)),
      ...(await readMoves(ask, reader.zone)),
    ]
    const days = Map.groupBy(entries, ({ day }) => day)
    const blocks = [...days.keys()].toSorted().map((day) => {
      const its = (days.get(day) ?? []).toSorted(
        (one, other) => one.order - other.order || (one.lines.join() < other.lines.join() ? -1 : 1),
      )
      return `${day.replace("-99", " in all")}\n${its.flatMap(({ lines }) => lines.map((line) => `  ${line}`)).join("\n")}`
    })
    return [...blocks, await readEnd(ask, people)].join("\n\n")
  } finally {
    await client.end()
  }
}

// biome-ignore format: one shape for all
type Ask = (text: string, ...values: unknown[]) => Promise<Record<string, string>[]>

/** "A", "B" in the order in which they came. */
async function namePeople(ask: Ask): Promise<(text: string) => string> {
  const rows = await ask(`
    select account_id as id, min(created_at) as since from billing.payment_requests where tenant_id = $1
    group by 1 order by 2, 1`)
  const names = new Map(rows.map(({ id = "" }, index) => [id, String.fromCodePoint(65 + index)]))
  return (text) => text.replaceAll(/acc_[0-9a-z]+/g, (id) => names.get(id) ?? "?")
}

async function readRequests(ask: Ask, zone: string): Promise<Entry[]> {
  const rows = await ask(
    `select number, currency, total_minor as total, due_on::text as due, made_for as purpose,
       (created_at at time zone $2)::date::text as day
     from billing.payment_requests where tenant_id = $1 order by created_at, number`,
    zone,
  )
  return rows.map((row) => ({
    day: row.day ?? "",
    order: 1,
    lines: [`${row.number} asks for ${amount(row.total, row)} by ${row.due} (${row.purpose})`],
  }))
}

/** Invoices and credit notes with their lines. */
async function readPapers(ask: Ask): Promise<Entry[]> {
  const rows = await ask(`
    select i.number, i.issued_on::text as day, i.currency, i.net_minor as net, i.tax_minor as tax,
      i.total_minor as total, '' as about, l.position, l.words, l.period_start::text as first,
      (l.period_end - 1)::text as last, l.net_minor as line_net, l.tax_minor as line_tax, l.gross_minor as line_gross
    from billing.invoices i join billing.invoice_lines l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
    where i.tenant_id = $1
    union all
    select c.number, c.issued_on::text, c.currency, c.net_minor, c.tax_minor, c.total_minor,
      ' takes back of ' || i.number, n.position, l.words, null, null, n.net_minor, n.tax_minor, n.gross_minor
    from billing.credit_notes c join billing.invoices i on i.tenant_id = c.tenant_id and i.id = c.invoice_id
      join billing.credit_note_lines n on n.tenant_id = c.tenant_id and n.credit_note_id = c.id
      join billing.invoice_lines l on l.tenant_id = n.tenant_id and l.id = n.invoice_line_id
    where c.tenant_id = $1
    order by day, number, position`)
  return [...Map.groupBy(rows, ({ number }) => number).values()].map((lines) => {
    const [row = {}] = lines
    return {
      day: row.day ?? "",
      order: row.about === "" ? 2 : 3,
      lines: [
        `${row.number}${row.about}: ${split(row.net, row.tax, row.total, row)}`,
        ...lines.map(tellLine),
      ],
    }
  })
}

function tellLine(row: Record<string, string>): string {
  const days = row.first ? `, ${row.first} to ${row.last}` : ""
  return `  ${row.words}${days}: ${split(row.line_net, row.line_tax, row.line_gross, row)}`
}

/** Each by what it is, with the accounts it moves; what the days earn is summed up by months. */
async function readTransfers(
  ask: Ask,
  people: (text: string) => string,
  { sums, postings }: Pick<BookReader, "sums" | "postings">,
): Promise<Entry[]> {
  const rows = await ask(`
    select t.id, t.key, t.currency, t.words, t.posted_on::text as day, a.name as account, p.amount_minor as minor
    from ledger.transfers t join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
      join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
    where t.tenant_id = $1 order by t.posted_at, t.id, p.position`)
  const byTransfer = [...Map.groupBy(rows, ({ id }) => id).values()]
  const [daily, single] = [byTransfer.filter(isDaily), byTransfer.filter((lines) => !isDaily(lines))]
  if (postings === "netted") return [...netDays(single.flat(), people), ...sumDays(daily, sums)]
  return [
    ...single.map((lines) => ({
      day: lines[0]?.day ?? "",
      order: 4 + rankOf(lines[0]) / 10,
      lines: [
        `${nameTransfer(lines[0]).padEnd(11)} ${lines.map((line) => tellPosting(line, people)).join(" | ")}`,
      ],
    })),
    ...sumDays(daily, sums),
  ]
}

/** What a day comes to on each account: what only passed through one is not told. */
function netDays(rows: readonly Record<string, string>[], people: (text: string) => string): Entry[] {
  return [...Map.groupBy(rows, ({ day, currency }) => `${day} ${currency}`)].map(([key, its]) => {
    const [day = "", currency = "KRW"] = key.split(" ")
    const sums = [...Map.groupBy(its, ({ account }) => account ?? "")].map(([account, lines]) => ({
      account,
      minor: lines.reduce((sum, { minor }) => sum + BigInt(minor ?? 0), 0n),
    }))
    const told = sums.filter(({ minor }) => minor !== 0n)
    const words = told.map(({ account, minor }) => `${people(account)} ${tellMinor(minor, currency)}`)
    return { day, order: 4, lines: [words.toSorted().join(" | ")] }
  })
}

const isDaily = ([first]: Record<string, string>[]) => (first?.key ?? "").startsWith("revenue:")

function sumDays(transfers: readonly Record<string, string>[][], sums: BookReader["sums"]): Entry[] {
  const letters = sums === "month" ? 7 : 4
  const moves = transfers.map(([row = {}]) => ({ ...row, month: (row.day ?? "").slice(0, letters) }))
  const months = Map.groupBy(moves, ({ month, currency }: Record<string, string>) => `${month} ${currency}`)
  return [...months].map(([key, its]) => {
    const sumOf = (words: string) =>
      its
        .filter((row: Record<string, string>) => row.words?.startsWith(words))
        .reduce((sum, row: Record<string, string>) => sum + absolute(BigInt(row.minor ?? 0)), 0n)
    const [month = "", currency = "KRW"] = key.split(" ")
    const told = [
      ["paid for days to come", sumOf("Paid for")],
      ["taken back of them", sumOf("Taken back")],
      ["earned by its days", sumOf("Earned")],
    ] as const
    const parts = told
      .filter(([, sum]) => sum > 0n)
      .map(([words, sum]) => `${words} ${tellMinor(sum, currency)}`)
    return { day: `${month}-99`, order: 5, lines: [`${parts.join(", ")} ${currency}`] }
  })
}

/** In the order in which they follow from each other. */
const transferNames: Readonly<Record<string, string>> = {
  payment: "received",
  invoice: "invoiced",
  apply: "applied",
  credit: "credited",
  refund: "sent back",
  "dispute-held": "held",
  "dispute-won": "given back",
  "dispute-lost": "lost",
  "dispute-fee": "fee",
}

function rankOf(row: Record<string, string> | undefined): number {
  const rank = Object.keys(transferNames).indexOf((row?.key ?? "").split(":")[0] ?? "")
  return rank < 0 ? 9 : rank
}

function nameTransfer(row: Record<string, string> | undefined): string {
  const [kind = ""] = (row?.key ?? "").split(":")
  return transferNames[kind] ?? kind
}

function tellPosting(row: Record<string, string>, people: (text: string) => string): string {
  return `${people(row.account ?? "")} ${tellMinor(BigInt(row.minor ?? 0), row.currency)}`
}

/** What became of the agreements. */
async function readMoves(ask: Ask, zone: string): Promise<Entry[]> {
  const rows = await ask(
    `select name, (at at time zone $2)::date::text as day from events.events
     where tenant_id = $1 and name = any($3) order by at, id`,
    zone,
    [...told.keys()],
  )
  return rows.map(({ name = "", day = "" }) => ({ day, order: 6, lines: [`* ${told.get(name)}`] }))
}

const told = new Map([
  ["subscription.overdue", "overdue"],
  ["subscription.suspended", "suspended for want of money"],
  ["subscription.paused", "stands still as wished"],
  ["subscription.restored", "runs again"],
  ["subscription.ended", "ended"],
  ["subscription.cancelled", "given up"],
  ["payment_request.withdrawn", "a request is taken back"],
  ["payment.declined", "a payment fails"],
  ["payment.disputed", "a payment is disputed"],
  ["payment.dispute_lost", "the bank gives it to the card's holder"],
  ["plan.changed", "the plan is changed"],
])

async function readEnd(ask: Ask, people: (text: string) => string): Promise<string> {
  const balances = await ask(`
    select a.name as account, p.currency, sum(p.amount_minor) as minor from ledger.postings p
      join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
    where p.tenant_id = $1 group by 1, 2 having sum(p.amount_minor) <> 0`)
  const agreements = await ask(`
    select s.state, s.cycle, s.unit_minor as minor, s.currency, s.anchor_on::text as anchor, s.period_end::text as until,
      s.account_id as account, s.words ->> 'en' as words
    from billing.subscriptions s where s.tenant_id = $1`)
  const [gateway = {}] = await ask(`
    select coalesce(string_agg(sums, ', ' order by sums), 'nothing') as sums from (
      select currency || ' ' || sum(amount_minor) || ', sent back ' || sum(refunded_minor) as sums
      from sandbox.card_charges where $1::text is not null group by currency) s`)
  const stand = balances
    .map(
      (row) =>
        `${people(row.account ?? "")} ${tellMinor(BigInt(row.minor ?? 0), row.currency)} ${row.currency}`,
    )
    .toSorted()
  return [
    "At the end",
    ...stand.map((line) => `  ${line}`),
    `  the gateway has taken ${gateway.sums}`,
    ...agreements
      .map(
        (row) =>
          `  ${people(row.account ?? "")}: ${row.words} ${row.state}, ${row.cycle} from ${row.anchor}, first unpaid day ${row.until}`,
      )
      .toSorted(),
  ].join("\n")
}

function split(
  net: string | undefined,
  tax: string | undefined,
  total: string | undefined,
  row: Record<string, string>,
) {
  const parts = [net, tax].map((part) => tellMinor(BigInt(part ?? 0), row.currency)).join(" + ")
  return `${parts} = ${amount(total, row)}`
}

function amount(minor: string | undefined, row: Record<string, string>): string {
  return `${tellMinor(BigInt(minor ?? 0), row.currency)} ${row.currency}`
}

function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor
}

function tellMinor(minor: bigint, currency: string | undefined): string {
  const digits = currencies[currency as Currency]
  const text = absolute(minor)
    .toString()
    .padStart(digits + 1, "0")
  const whole = text.slice(0, text.length - digits).replaceAll(/\B(?=(\d{3})+$)/g, ",")
  return `${minor < 0n ? "-" : ""}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ""}`
}
