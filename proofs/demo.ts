// demo: a first start plays eighteen months of a company: how long that takes, the same to the cent each time, and no list of it empty.
import pg from "pg"
import { demoPeople } from "#app/demo/demo-tenant.ts"
import { type LivedIn, prepareLivedIn, wholePast } from "#app/testing/lived-in.ts"
import { listShownPages } from "#app/testing/page-doors.ts"
import { startProgram } from "#e2e/program.ts"
import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { cloneTestDatabase, prepareTemplate } from "#kit/testing/database.ts"
import { type Claim, judge, tell } from "./parts/claim.ts"

const MOST_SECONDS = 45
/** What is rightly empty: it waits for a choice, or names what went wrong, and nothing did. */
const MAY_BE_EMPTY = new Map([
  ["admin/subscriptions/run", "today's run is done"],
  ["admin/price-changes/simulation", "waits for a plan to be chosen"],
  ["admin/price-corrections", "no price was wrong"],
  ["admin/price-corrections/new", "waits for a plan to be chosen"],
  ["admin/requests/refunds", "no refund waits for a person"],
  ["admin/payment-findings", "the gateway's books are ours"],
  ["admin/ledger/tax/places", "the seller is registered at home alone"],
  ["admin/ledger/tax/sales-list", "no business of another country bought without tax"],
  ["admin/programs", "no program of somebody else is let in"],
  ["admin/settings/tax", "no customer is exempt"],
  ["admin/settings/stay-offer", "no offer is made to those who cancel"],
  ["portal/credit", "this customer was never given any"],
  ["portal/payment-methods", "this customer pays each bill by hand"],
  ["portal/price-changes", "this customer's price stays"],
  ["portal/privacy", "nothing was asked for that is still on its way"],
])

const claims: Claim[] = []
await playFirstStart()
await playTwice()
claims.push({
  holds: undefined,
  words: `rightly empty are ${MAY_BE_EMPTY.size} pages`,
  figure: [...MAY_BE_EMPTY].map(([page, why]) => `${page} (${why})`).join(", "),
})
process.exitCode = tell(claims) ? 0 : 1

async function playFirstStart(): Promise<void> {
  const beganMs = monotonicMs()
  await using program = await startProgram({ settings: { HOSTWELL_DEMO_PAST: "yes" } })
  const seconds = (monotonicMs() - beganMs) / 1_000
  claims.push(
    judge(
      seconds <= MOST_SECONDS,
      `from nothing to the first page within ${MOST_SECONDS} s, eighteen months included`,
      `${seconds.toFixed(1)} s`,
    ),
  )
  for (const [who, path] of [
    ["operator", /^admin(\/|$)/],
    ["english", /^portal(\/|$)/],
  ] as const) {
    const cookie = await signIn(program.url, demoPeople[who])
    const empty: string[] = []
    const lists = listShownPages().filter((one) => path.test(one) && !/[:*]/.test(one))
    for (const list of lists) {
      const answer = await fetch(`${program.url}/${list}`, { headers: { cookie } })
      if ((await answer.text()).includes("data-empty") && !MAY_BE_EMPTY.has(list)) empty.push(list)
    }
    claims.push(
      judge(
        empty.length === 0,
        `no page of ${who === "operator" ? "staff" : "the demo's customer"} is empty`,
        empty.length === 0 ? `${lists.length} pages` : empty.join(", "),
      ),
    )
  }
}

async function playTwice(): Promise<void> {
  const cluster = await startTestCluster()
  try {
    await prepareTemplate(cluster.superUrl)
    const facts: string[] = []
    for (const name of ["first", "second"])
      facts.push(await playOnce(cluster.superUrl, { ...wholePast, name }))
    const [first = "", second] = facts
    claims.push(judge(first === second, "two plays of one seed are one company, to the cent", first))
  } finally {
    await cluster.stop()
  }
}

/** What its books come to, and the papers they are made of. */
async function playOnce(clusterUrl: string, livedIn: LivedIn): Promise<string> {
  const template = await prepareLivedIn(clusterUrl, livedIn)
  await using at = await cloneTestDatabase(clusterUrl, { template })
  const client = new pg.Client({ connectionString: at.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ facts: string }>(`
    select format('%s customers, %s invoices (%s), books %s',
      (select count(*) from identity.accounts),
      (select count(*) from billing.invoices),
      (select md5(string_agg(number || ' ' || net_minor + tax_minor || ' ' || currency, ',' order by number, id))
        from billing.invoices),
      (select md5(string_agg(line, ',' order by line)) from (
        select a.name || ' ' || p.currency || ' ' || sum(p.amount_minor) as line
        from ledger.postings p
        join ledger.accounts a on a.tenant_id = p.tenant_id and a.id = p.ledger_account_id
        where a.name not like '%acc\\_%' group by a.name, p.currency) as sums)) as facts`)
  await client.end()
  return rows[0]?.facts ?? ""
}

async function signIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password }),
  })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
