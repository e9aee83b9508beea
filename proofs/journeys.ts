// journeys: a shop used in the browser as people use it: by mouse, by keyboard, magnified, without scripts, by staff in the morning.
import { parseArgs } from "node:util"
import { openBrowser } from "#e2e/browser.ts"
import { type Journey, journeys } from "#e2e/parts/journeys.ts"
import { startProgram } from "#e2e/program.ts"
import { type Claim, judge, tell } from "./parts/claim.ts"

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } })
await using program = await startProgram({ settings: { HOSTWELL_DEMO_PAST: "yes" } })
const browser = await openBrowser()
try {
  const claims: Claim[] = []
  for (const journey of journeys.filter(({ words }) => words.includes(values.only)))
    claims.push(await play(journey))
  process.exitCode = tell(claims) ? 0 : 1
} finally {
  await browser.close()
}

async function play({ words, run }: Journey): Promise<Claim> {
  try {
    return judge(true, words, await run(browser, program))
  } catch (error) {
    return judge(false, words, error instanceof Error ? error.message : String(error))
  }
}
