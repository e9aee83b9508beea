// books: a company's ledger, and the demo's, read by hledger, a program that isn't ours: the same balances, to the cent.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { type Company, openCompany } from "#app/testing/company.ts"
import { prepareLivedIn, wholePast } from "#app/testing/lived-in.ts"
import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { playMixedTrade } from "./parts/mixed-trade.ts"
import {
  type Balances,
  checkByBeancount,
  findHledger,
  readByHledger,
  versionOf,
} from "./parts/outside-books.ts"

const beganMs = monotonicMs()
const tops = { asset: "assets", liability: "liabilities", income: "income", expense: "expenses" } as const
const hledger = findHledger()
if ("missing" in hledger) {
  console.log(`NOT PROVED: ${hledger.missing}`)
  process.exit(2)
}
console.log(`${hledger.version}\n`)
const cluster = await startTestCluster()
const folder = mkdtempSync(join(tmpdir(), "hostwell-books-"))
const faults: string[] = []
try {
  await prepareTemplate(cluster.superUrl)
  await using company = await openCompany({
    clusterUrl: cluster.superUrl,
    player: { kind: "memory", seed: 1 },
  })
  await playMixedTrade(company, (words) => console.log(`  ${words}`))
  await company.checkInvariants()
  await compare(company)
  console.log("\nThe demo company's eighteen months:")
  const template = await prepareLivedIn(cluster.superUrl, wholePast)
  await using demo = await openCompany({
    clusterUrl: cluster.superUrl,
    template,
    player: { kind: "memory", seed: 1 },
  })
  await demo.checkInvariants()
  await compare(demo)
} finally {
  rmSync(folder, { recursive: true, force: true })
  await cluster.stop()
}
for (const fault of faults) console.log(`  FAILED  ${fault}`)
console.log(`\n${faults.length} differences. ${((monotonicMs() - beganMs) / 1_000).toFixed(0)} s.`)
process.exitCode = faults.length === 0 ? 0 : 1

async function compare(company: Company): Promise<void> {
  const journal = await write(company, "hledger")
  const [ours, theirs] = [await readOurs(company), readByHledger(journal)]
  console.log(`\n  ${"account and currency".padEnd(64)} ${"ours".padStart(14)} ${"hledger".padStart(14)}`)
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].toSorted()
  for (const name of names) {
    const [mine, other] = [ours.get(name) ?? 0n, theirs.get(name) ?? 0n]
    if (mine !== other) faults.push(`${name}: ours ${mine}, hledger's ${other}`)
    // Customers have an account each: theirs are compared, and not listed.
    if (!/:acc_/.test(name)) {
      console.log(`  ${name.padEnd(64)} ${`${mine}`.padStart(14)} ${`${other}`.padStart(14)}`)
    }
  }
  console.log(`  ${names.length} accounts by currency compared.`)
  if (names.length < 8) faults.push("There was too little in the books to prove anything.")
  spoil(journal)
  const beancount = versionOf("bean-check")
  if (!beancount) return console.log("  beancount is not on this machine: not asked.")
  const complaint = checkByBeancount(await write(company, "beancount"))
  if (complaint) faults.push(`beancount: ${complaint}`)
  else console.log(`  ${beancount} accepts them as well.`)
}

/** One won more in a single line of the file: hledger itself has to refuse it. */
function spoil(journal: string): void {
  const spoilt = join(folder, "spoilt.hledger")
  writeFileSync(
    spoilt,
    readFileSync(journal, "utf8").replace(
      / (\d+) KRW\n/,
      (_, minor: string) => ` ${BigInt(minor) + 1n} KRW\n`,
    ),
  )
  try {
    readByHledger(spoilt)
    faults.push("hledger took books in which a won was added.")
  } catch (error) {
    const why = String((error as { stderr?: string }).stderr ?? error)
    if (/unbalanced|off by|could not balance/i.test(why))
      console.log("  A won added to one line is refused by hledger.")
    else faults.push(`hledger refused the spoilt books for another reason: ${why}`)
  }
}

async function write(company: Company, format: "hledger" | "beancount"): Promise<string> {
  const pages: string[] = []
  let after: string | null = null
  do {
    const page: { text: string; next: string | null } = await company.operator.api.ledger.journal.read({
      format,
      ...(after ? { after } : {}),
    })
    pages.push(page.text)
    after = page.next
  } while (after !== null)
  const file = join(folder, `books.${format}`)
  writeFileSync(file, pages.join(""))
  return file
}

/** Added up by the database, past all our own code. */
async function readOurs(company: Company): Promise<Balances> {
  const owner = new pg.Client({ connectionString: company.at.ownerUrl })
  await owner.connect()
  const found = await owner.query<{ name: string; kind: keyof typeof tops; currency: string; minor: string }>(
    `select a.name, a.kind, p.currency, sum(p.amount_minor)::text as minor
     from ledger.postings p join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
     where a.tenant_id = $1 group by 1, 2, 3 having sum(p.amount_minor) <> 0`,
    [company.tenant],
  )
  await owner.end()
  return new Map(
    found.rows.map((row) => [`${tops[row.kind]}:${row.name} ${row.currency}`, BigInt(row.minor)]),
  )
}
