import pg from "pg"
import type { SeenCredit, SeenLine, SeenPaper } from "./account-seen.ts"

/** A line as it stands in the books, with what it was asked for. */
export interface BookedLine extends SeenLine {
  readonly invoiceId: string
  readonly agreement: string | null
  readonly cycles: number
  readonly rule: string
}

export interface AgreementRow {
  readonly id: string
  readonly state: string
  readonly planId: string
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
  readonly pause: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } | null
  readonly requestId: string | null
  readonly cancelAtEnd: boolean
}

/** The shop's own books, read as the database's owner, past all the code that wrote them. */
export interface ShopBooks extends AsyncDisposable {
  /** What of an account nobody has read yet. */
  readNew(accountId: string): Promise<{ readonly lines: BookedLine[]; readonly credits: SeenCredit[] }>
  agreements(accountId: string): Promise<AgreementRow[]>
  periodStart(periodId: string): Promise<Temporal.PlainDate>
  /** Of the whole shop, in the order of their numbers. */
  papers(): Promise<SeenPaper[]>
  sums(): Promise<{ readonly booked: bigint; readonly invoiced: bigint; readonly credited: bigint }>
  redemptions(accountId: string): Promise<number>
}

export async function openShopBooks(ownerUrl: string, tenant: string): Promise<ShopBooks> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "hostwell shop books" })
  await client.connect()
  const ask: Ask = async (text, ...values) => (await client.query(text, [tenant, ...values])).rows
  const known = new Set<string>()
  return {
    readNew: async (accountId) => {
      const lines = (await ask(LINES, accountId)).filter(({ id = "" }) => !known.has(id))
      const credits = (await ask(CREDITS, accountId)).filter(({ id = "" }) => !known.has(id))
      for (const { id = "" } of [...lines, ...credits]) known.add(id)
      return { lines: lines.map(readLine), credits: credits.map(readCredit) }
    },
    agreements: async (accountId) => (await ask(AGREEMENTS, accountId)).map(readAgreement),
    periodStart: async (id) => {
      const [row] = await ask(
        "select start_on::text as start from billing.subscription_periods where tenant_id = $1 and id = $2",
        id,
      )
      return Temporal.PlainDate.from(row?.start ?? "")
    },
    papers: async () => (await ask(PAPERS)).map(readPaper),
    sums: async () => {
      const [row] = await ask(SUMS)
      const read = (name: string) => BigInt(row?.[name] ?? "0")
      return { booked: read("booked"), invoiced: read("invoiced"), credited: read("credited") }
    },
    redemptions: async (accountId) => {
      const rows = await ask(
        "select id from catalog.redemptions where tenant_id = $1 and account_id = $2",
        accountId,
      )
      return rows.length
    },
    [Symbol.asyncDispose]: () => client.end(),
  }
}

type Row = Readonly<Record<string, string>>
type Ask = (text: string, ...values: string[]) => Promise<Row[]>

const LINES = `select l.id, l.invoice_id as invoice, l.subscription_id as agreement, l.cycles,
    l.period_start::text as start, l.period_end::text as end, l.reason->>'rule' as rule,
    l.net_minor as net, l.tax_minor as tax, l.gross_minor as gross
  from billing.invoice_lines l join billing.invoices i on i.tenant_id = l.tenant_id and i.id = l.invoice_id
  where l.tenant_id = $1 and i.account_id = $2 order by i.sequence, l.position`

const CREDITS = `select c.id, c.invoice_line_id as line, c.tax_minor as tax, c.gross_minor as gross
  from billing.credit_note_lines c join billing.credit_notes n on n.tenant_id = c.tenant_id and n.id = c.credit_note_id
  where c.tenant_id = $1 and n.account_id = $2 order by n.sequence, c.position`

const AGREEMENTS = `select id, state, plan_id as plan, period_start::text as start, period_end::text as end,
    pause_from::text as pause_from, pause_until::text as pause_until, request_id as request, cancel_at_end as ends
  from billing.subscriptions where tenant_id = $1 and account_id = $2 and period_end is not null order by id`

const PAPERS = `
  with papers as (
    select 'invoice' as kind, id, series_id, sequence, issued_on, net_minor, tax_minor, total_minor, tenant_id
    from billing.invoices where tenant_id = $1
    union all
    select 'credit_note', id, series_id, sequence, issued_on, net_minor, tax_minor, total_minor, tenant_id
    from billing.credit_notes where tenant_id = $1)
  select p.kind, s.year, p.sequence, p.issued_on::text as day, p.net_minor as net, p.tax_minor as tax,
    p.total_minor as total, (
      select json_agg(json_build_array(l.net_minor::text, l.tax_minor::text, l.gross_minor::text))::text from (
        select net_minor, tax_minor, gross_minor from billing.invoice_lines
        where tenant_id = $1 and invoice_id = p.id
        union all
        select net_minor, tax_minor, gross_minor from billing.credit_note_lines
        where tenant_id = $1 and credit_note_id = p.id) l) as lines
  from papers p join billing.series s on s.tenant_id = p.tenant_id and s.id = p.series_id
  order by p.kind, s.year, p.sequence`

const SUMS = `select
    (select coalesce(sum(amount_minor), 0) from ledger.postings where tenant_id = $1) as booked,
    (select coalesce(sum(total_minor), 0) from billing.invoices where tenant_id = $1) as invoiced,
    (select coalesce(sum(total_minor), 0) from billing.credit_notes where tenant_id = $1) as credited`

function dateOf(text: string | undefined): Temporal.PlainDate | null {
  return text ? Temporal.PlainDate.from(text) : null
}

function readLine(row: Row): BookedLine {
  return {
    id: row.id ?? "",
    invoiceId: row.invoice ?? "",
    agreement: row.agreement ?? null,
    cycles: Number(row.cycles ?? 1),
    rule: row.rule ?? "",
    start: dateOf(row.start),
    end: dateOf(row.end),
    net: BigInt(row.net ?? ""),
    tax: BigInt(row.tax ?? ""),
    gross: BigInt(row.gross ?? ""),
  }
}

function readCredit(row: Row): SeenCredit {
  return { lineId: row.line ?? "", tax: BigInt(row.tax ?? ""), gross: BigInt(row.gross ?? "") }
}

function readAgreement(row: Row): AgreementRow {
  const [from, until] = [dateOf(row.pause_from), dateOf(row.pause_until)]
  return {
    id: row.id ?? "",
    state: row.state ?? "",
    planId: row.plan ?? "",
    start: Temporal.PlainDate.from(row.start ?? ""),
    end: Temporal.PlainDate.from(row.end ?? ""),
    pause: from && until ? { from, until } : null,
    requestId: row.request ?? null,
    cancelAtEnd: String(row.ends) === "true",
  }
}

function readPaper(row: Row): SeenPaper {
  const lines = JSON.parse(row.lines ?? "[]") as [string, string, string][]
  return {
    kind: row.kind === "credit_note" ? "credit_note" : "invoice",
    year: Number(row.year),
    sequence: Number(row.sequence),
    issuedOn: Temporal.PlainDate.from(row.day ?? ""),
    lines: lines.map(([net, tax, gross]) => ({ net: BigInt(net), tax: BigInt(tax), gross: BigInt(gross) })),
    net: BigInt(row.net ?? ""),
    tax: BigInt(row.tax ?? ""),
    total: BigInt(row.total ?? ""),
  }
}
