// abuse: what strangers, thieves and insiders try at the doors and inside, each claim with its figure and the cases it is named after.
import { resolve } from "node:path"
import { type Company, type CompanyOptions, openCompany } from "#app/testing/company.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { abuseDoors, abuseLimits } from "./parts/abuse-doors.ts"
import { freshen } from "./parts/abuse-people.ts"
import { abuseRights } from "./parts/abuse-rights.ts"
import { abuseRoutes } from "./parts/abuse-routes.ts"
import { proveTiming } from "./parts/identity-timing.ts"
import type { Story } from "./parts/story.ts"

const options = {
  player: { kind: "memory", seed: 1 },
  trustedProxy: "127.0.0.1, ::1",
  buildDirectory: resolve(import.meta.dirname, "../build"),
} as const satisfies Partial<CompanyOptions>
const rounds: readonly (readonly [Partial<CompanyOptions>, readonly Story[]])[] = [
  [options, abuseDoors({ stuffings: 10_000, guesses: 1_000 })],
  [options, [...abuseRoutes, ...abuseRights]],
  [{ ...options, rateLimits: true }, abuseLimits],
  // Timing is measured on the company as it is in earnest.
  [{}, proveTiming],
]
const wanted = process.argv[2]
const cluster = await startTestCluster()
let claims = 0
let failures = 0
try {
  await prepareTemplate(cluster.superUrl)
  for (const [wish, stories] of rounds) {
    for (const story of stories.filter(({ name }) => !wanted || name.includes(wanted))) {
      await using company = await openCompany({ clusterUrl: cluster.superUrl, ...wish })
      await tell(company, story)
    }
  }
} finally {
  await cluster.stop()
}
console.log(failures === 0 ? `\nAll ${claims} claims hold.` : `\n${failures} of ${claims} claims failed.`)
process.exitCode = failures === 0 ? 0 : 1

async function tell(company: Company, { name, run }: Story): Promise<void> {
  claims++
  await freshen(company)
  const seen = await run(company).catch((error: unknown) => {
    failures++
    return `FAILED: ${error instanceof Error ? error.message : String(error)}`
  })
  console.log(`  ${name}\n    ${seen}`)
}
