// identity: every way in and out of an account, one line each: what was done, and what was seen.
import { type Company, openCompany } from "#app/testing/company.ts"
import { twoShopsClaims } from "#app/testing/two-shops-claims.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"
import { provePeople } from "./parts/identity-people.ts"
import { provePrivacy } from "./parts/identity-privacy.ts"
import { provePrograms } from "./parts/identity-programs.ts"
import { proveSessions } from "./parts/identity-sessions.ts"
import { proveStaff } from "./parts/identity-staff.ts"
import { proveTiming } from "./parts/identity-timing.ts"
import type { Story } from "./parts/story.ts"

const stories: readonly Story[] = [
  ...provePeople,
  ...proveSessions,
  ...provePrograms,
  ...provePrivacy,
  ...proveStaff,
  ...twoShopsClaims,
  ...proveTiming,
]
const wanted = process.argv[2]
const cluster = await startTestCluster()
let failures = 0
try {
  await prepareTemplate(cluster.superUrl)
  for (const story of stories.filter(({ name }) => !wanted || name.includes(wanted))) {
    await using company = await openCompany({ clusterUrl: cluster.superUrl })
    await tell(company, story)
  }
} finally {
  await cluster.stop()
}
console.log(failures === 0 ? "\nEvery flow holds." : `\n${failures} failure(s).`)
process.exitCode = failures === 0 ? 0 : 1

async function tell(company: Company, { name, run }: Story): Promise<void> {
  const seen = await run(company).catch((error: unknown) => {
    failures += 1
    return `FAILED: ${error instanceof Error ? error.message : String(error)}`
  })
  console.log(`  ${name.padEnd(64)} ${seen}`)
}
