import { sql } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { type Currency, money, toWire } from "#kit/money.ts"
import type { BookFinding } from "./book-proof.ts"
import { balances, ledgerAccounts, postings, proofs, transfers } from "./tables.ts"

/** Enough to see what went wrong; a broken house may have millions. */
const MOST_FINDINGS = 50

/**
 * The daily proof: every transfer sums to zero in its currency, and every balance is the sum of its postings. The
 * database holds both at each write; this looks again, at all of it, and writes down that it looked.
 */
export async function proveBooks(ctx: Context, day: Temporal.PlainDate): Promise<void> {
  const findings = [...(await listOddTransfers(ctx)), ...(await listOddBalances(ctx))]
  const { rows } = await ctx.db.execute<{ count: string }>(
    sql`select count(*)::text as count from ${transfers}`,
  )
  const proof = {
    checkedAt: ctx.clock.now(),
    transfers: Number(rows[0]?.count ?? "0"),
    findings: findings.slice(0, MOST_FINDINGS),
  }
  await ctx.db
    .insert(proofs)
    .values({ id: ctx.newId("prf"), day, ...proof })
    .onConflictDoUpdate({ target: [proofs.tenantId, proofs.day], set: proof })
}

type Row = { subject: string; currency: Currency; minor: string }

async function listOddTransfers(ctx: Context): Promise<BookFinding[]> {
  const { rows } = await ctx.db.execute<Row>(sql`
    select t.id as subject, t.currency, coalesce(sum(p.amount_minor), 0)::text as minor
    from ${transfers} t
    left join ${postings} p on p.tenant_id = t.tenant_id and p.transfer_id = t.id
    group by t.id, t.currency
    having count(p.id) < 2 or sum(p.amount_minor) <> 0 or bool_or(p.currency <> t.currency)
    limit ${MOST_FINDINGS}`)
  return rows.map((row) => describe("transfer_out_of_balance", row))
}

async function listOddBalances(ctx: Context): Promise<BookFinding[]> {
  const { rows } = await ctx.db.execute<Row>(sql`
    select coalesce(a.name, b.ledger_account_id) as subject, coalesce(b.currency, s.currency) as currency,
      (coalesce(b.balance_minor, 0) - coalesce(s.total, 0))::text as minor
    from (
      select p.ledger_account_id, p.currency, sum(p.amount_minor) as total
      from ${postings} p join ${ledgerAccounts} c on c.tenant_id = p.tenant_id and c.id = p.ledger_account_id
      where c.side = 'customer'
      group by p.ledger_account_id, p.currency
    ) s
    full join ${balances} b on b.ledger_account_id = s.ledger_account_id and b.currency = s.currency
    left join ${ledgerAccounts} a on a.id = coalesce(b.ledger_account_id, s.ledger_account_id)
    where coalesce(b.balance_minor, 0) <> coalesce(s.total, 0)
    limit ${MOST_FINDINGS}`)
  return rows.map((row) => describe("balance_differs", row))
}

function describe(kind: BookFinding["kind"], { subject, currency, minor }: Row): BookFinding {
  return { kind, subject, amount: toWire(money(BigInt(minor), currency)) }
}
