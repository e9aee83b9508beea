import { parseDuration } from "#kit/clock/parse-duration.ts"
import { machineClock } from "#kit/clock.ts"
import { advanceCompany } from "../advance-company.ts"
import { CliRefusal, type Doors } from "./doors.ts"
import type { Output } from "./output.ts"

export async function showClock(doors: Doors, output: Output): Promise<void> {
  await doors.withGround(async ({ clock }) => {
    const ahead = clock
      .now()
      .since(machineClock.now())
      .round({ largestUnit: "hours", smallestUnit: "minutes" })
    const words =
      ahead.sign === 0 ? "the machine's own time" : `${ahead.toLocaleString("en")} ahead of the machine`
    output.line(`${clock.now().round("second")}  (${words})`)
  })
}

export async function advanceClock(doors: Doors, output: Output, text: string): Promise<void> {
  if (!doors.config.isSandbox) throw new CliRefusal("Time can be moved in a sandbox only.")
  const by = parseDuration(text)
  if (!by) throw new CliRefusal(`${JSON.stringify(text)} is no duration. Write 90m, 12h, 35d, 2w, 1mo or 1y.`)
  await doors.withGround(async (ground) => {
    const now = await advanceCompany(ground, {
      by,
      onMoment: (moment) => output.line(`  ${moment.round("minute")}`),
    })
    output.line(`It is now ${now.round("second")}.`)
  })
}
