import { createHash } from "node:crypto"
import pg from "pg"
import { within } from "#kit/context.ts"
import { findMissingLetters } from "#kit/testing/pdf-streams.ts"
import { getBalance, rollUpBalance } from "#ledger"
import { demoSettings } from "../demo/demo-tenant.ts"
import { insist } from "./insist.ts"
import type { Claim, Sale } from "./sale-claim.ts"

/** Number, date, amounts; and the text that was sealed with its hash. */
export async function* proveInvoice({ company, buyer, order, own }: Sale): AsyncGenerator<Claim> {
  const invoice = await getInvoice({ buyer, order })
  insist("the kind of number", /^INV-\d{4}-\d{6}$/.test(invoice.number), true)
  insist("state and payment", [invoice.state, invoice.paymentAttemptId], ["paid", order.attemptId])
  const amounts = [invoice.net, invoice.tax, invoice.total].map(({ minor }) => minor)
  insist("the invoice's amounts", amounts, [own.net, own.tax, own.total])
  const line = invoice.lines.map(({ net, tax, gross, taxPercent }) => [
    net.minor,
    tax.minor,
    gross.minor,
    taxPercent,
  ])
  insist("its one line", line, [[own.net, own.tax, own.total, "10"]])
  const today = company.ground.clock.today(demoSettings.timeZone).toString()
  insist("its date, by the shop's calendar", invoice.issuedOn, today)
  yield {
    words: "the invoice has the next number and the shop's own day",
    figure: `${invoice.number}, ${today}`,
  }
  const [row] = await ask<{ content: string; hash: string; noted: string }>(
    company.at.ownerUrl,
    `select content, content_hash as hash, (
      select a.after ->> 'contentHash' from audit.entries a
      where a.subject_id = i.id and a.act = 'billing.invoice-issued') as noted
    from billing.invoices i where i.id = $1`,
    invoice.id,
  )
  const hash = createHash("sha256")
    .update(row?.content ?? "")
    .digest("hex")
  insist("its hash, on the row and in the audit", [row?.hash, row?.noted], [hash, hash])
  yield {
    words: "its text has the hash it was sealed with, and the audit knows it",
    figure: hash.slice(0, 16),
  }
}

/** The same bytes whenever it is printed, with every letter readable, Korean ones included. */
export async function* provePaper({ buyer, order }: Sale): AsyncGenerator<Claim> {
  const { id } = await getInvoice({ buyer, order })
  const print = async (language: "en" | "ko") =>
    Buffer.from(await (await buyer.api.billing.invoices.pdf({ id, language })).arrayBuffer())
  const korean = await print("ko")
  insist("its first bytes", korean.subarray(0, 5).toString(), "%PDF-")
  insist("printed twice, the same bytes", korean.equals(await print("ko")), true)
  insist("the English paper is another one", korean.equals(await print("en")), false)
  const words = `데모호스팅 주식회사 ${demoSettings.taxLabel.ko}`
  insist("letters that are missing", findMissingLetters(korean, words), [])
  insist("a letter that isn't there is missed", findMissingLetters(korean, "뷁"), ["뷁"])
  yield {
    words: "the PDF is the same each time and has its Korean letters",
    figure: `${korean.length} bytes; "${words}" is in it`,
  }
}

/** Debits are positive: the cash came in, revenue and tax are earned or owed, and nothing is left over. */
export async function* proveBooks({ company, buyer, order, own }: Sale): AsyncGenerator<Claim> {
  const balances = await company.ground.inTenant(company.tenant, async (ctx) => {
    const reach = within(ctx.actor)
    const held = async (name: string) => (await getBalance(ctx, reach, name, "KRW")).minor
    return {
      receivable: await held(`receivable:${buyer.accountId}`),
      unapplied: await held(`unapplied:${buyer.accountId}`),
      companyIsRolledUp: (await rollUpBalance(ctx, reach, "cash:sandbox-card", "KRW")).minor >= own.total,
    }
  })
  insist("what is left with the customer", balances, {
    receivable: 0n,
    unapplied: 0n,
    companyIsRolledUp: true,
  })
  const { id } = await getInvoice({ buyer, order })
  const rows = await ask<{ role: string; sum: string }>(
    company.at.ownerUrl,
    `select split_part(a.name, ':', 1) as role, sum(p.amount_minor)::text as sum
    from ledger.transfers t
    join ledger.postings p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
    join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
    where t.reference in ($1, $2) group by 1 order by 1`,
    order.attemptId,
    id,
  )
  const sums = Object.fromEntries(rows.map(({ role, sum }) => [role, sum]))
  insist("what the sale moved", sums, {
    cash: own.total,
    receivable: 0n,
    revenue: -own.net,
    tax: -own.tax,
    unapplied: 0n,
  })
  const whole = rows.reduce((sum, row) => sum + BigInt(row.sum), 0n)
  insist("the sum of all postings", whole, 0n)
  const moved = `cash ${own.total}, revenue ${-own.net}, tax ${-own.tax}, together 0`
  yield { words: "the ledger's postings of the sale add up to nothing", figure: moved }
}

export async function getInvoice({ buyer, order }: Pick<Sale, "buyer" | "order">) {
  const { invoiceId } = await buyer.api.orders.get({ id: order.orderId })
  return buyer.api.billing.invoices.get({ id: invoiceId ?? "" })
}

/** As the database's owner, beside every wall. */
export async function ask<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  query: string,
  ...values: readonly unknown[]
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(query, [...values])).rows
  } finally {
    await client.end()
  }
}
