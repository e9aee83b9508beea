// sale: one server sold from the shop window to its console, in English and in Korean, a line for each claim.
import { openCompany } from "#app/testing/company.ts"
import { playWholeSale } from "#app/testing/whole-sale.ts"
import { monotonicMs } from "#kit/clock.ts"
import { startTestCluster } from "#kit/postgres/test-cluster.ts"
import { prepareTemplate } from "#kit/testing/database.ts"

const beganMs = monotonicMs()
const cluster = await startTestCluster()
let claims = 0
try {
  await prepareTemplate(cluster.superUrl)
  await using company = await openCompany({ clusterUrl: cluster.superUrl })
  for (const language of ["en", "ko"] as const) {
    console.log(`\nA customer who reads ${language === "en" ? "English" : "Korean"}:`)
    for await (const { words, figure } of playWholeSale(company, language)) {
      claims += 1
      console.log(`  ok  ${words}\n        ${figure}`)
    }
  }
} finally {
  await cluster.stop()
}
console.log(`\n${claims} claims hold. ${((monotonicMs() - beganMs) / 1_000).toFixed(0)} s.`)
