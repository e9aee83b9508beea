import pg from "pg"
import { expect, inject, test } from "vitest"
import "#kit/testing/test-database.ts"
import { cloneTestDatabase } from "#kit/testing/database.ts"
import { findFreePort } from "#kit/testing/free-port.ts"
import { readConfig } from "../../config.ts"
import { insistOnInvariants } from "../../testing/company.ts"
import { TRIAL_FILES } from "../../testing/trial-files.ts"
import { trialKeyring } from "../../testing/trial-keyring.ts"
import { planPast } from "./plan.ts"
import { playPast } from "./play-past.ts"

const UNTIL = "2026-05-20T03:00:00Z"
const small = planPast({ seed: 3, days: 9, newcomers: 24 })

test("the demo's past is lived through by the real code, keeps every promise, and is the same each time", async () => {
  const first = await play()
  expect(first.facts).toMatchObject({
    // The demo's unlucky one besides, and two who came with a file.
    customers: String(small.newcomers.length + 3),
    stuck: "1",
    sold: expect.stringMatching(/KRW.*USD/),
  })
  const second = await play()
  expect(second.facts).toEqual(first.facts)
})

async function play() {
  await using at = await cloneTestDatabase(inject("testClusterUrl"), { runner: "memory" })
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  await playPast({
    appUrl: at.database.url,
    keyring: trialKeyring(),
    filesPlace: TRIAL_FILES,
    port,
    plan: small,
    until: Temporal.Instant.from(UNTIL),
    stopping: new AbortController().signal,
    config: readConfig({ PORT: String(port), LOG_LEVEL: "silent" }),
    doors: {
      publicUrl: url,
      sandboxUrl: `${url}/sandbox`,
      cardApiKey: "sk_test_of_the_past",
      cardWebhookSecret: "whsec_of_the_past",
      virtfusionToken: "panel-token-of-the-past",
    },
  })
  await insistOnInvariants(at.ownerUrl)
  return { facts: await readFacts(at.ownerUrl) }
}

/** What anybody would call the same company: who is in it, what was sold for how much, and what waits. */
async function readFacts(ownerUrl: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query(`
      select (select count(*) from identity.accounts) as customers,
        (select string_agg(number || ' ' || state || ' ' || total_minor || ' ' || currency || ' ' || account_name, ', ' order by currency, number)
          from orders.orders) as sold,
        (select string_agg(number || ' ' || net_minor + tax_minor, ', ' order by number) from billing.invoices) as invoiced,
        (select string_agg(number || ' ' || net_minor + tax_minor, ', ' order by number) from billing.credit_notes) as credited,
        (select string_agg(state || ' ' || n, ', ' order by state) from (
          select state, count(*) as n from billing.subscriptions group by state) s) as subscriptions,
        (select count(*) from notifications.messages) as mails,
        (select count(*) from work.operations where state = 'stuck') as stuck`)
    return rows[0]
  } finally {
    await client.end()
  }
}
