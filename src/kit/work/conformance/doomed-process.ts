import { createStillClock } from "../../clock.ts"
import { silentLog } from "../../context.ts"
import { openDatabase } from "../../db.ts"
import { createIds } from "../../id.ts"
import { openListener } from "../../listen.ts"
import { startDbosRunner } from "../dbos-runner.ts"
import { readDeaths } from "./deaths.ts"
import { openOutside } from "./outside.ts"
import { scriptKind } from "./script.ts"

/**
 * A worker process of its own, to be killed for real: at the first boundary where an operation's script wants
 * its process to die, it sends itself SIGKILL. Started by the DBOS suite with one JSON argument.
 */
const given = JSON.parse(process.argv[2] ?? "{}") as {
  url: string
  ownerUrl: string
  tenant: string
  now: string
  executorId: string
}
const clock = createStillClock(given.now)
const database = openDatabase({ url: given.url, log: silentLog })
const outside = openOutside(given.ownerUrl)
const dies = await readDeaths(database, given.tenant)
const runner = await startDbosRunner({
  database,
  clock,
  newId: createIds(clock),
  log: silentLog,
  listener: await openListener({ url: given.url, log: silentLog }),
  kinds: [scriptKind(outside), scriptKind(outside, { name: "test.undoing", onGiveUp: "undo" })],
  executorId: given.executorId,
  silentSeconds: 1,
  boundary: async (boundary) => {
    if (!dies(boundary) || !(await outside.isFirst(`died ${boundary.operationId}`))) return
    process.kill(process.pid, "SIGKILL")
    await new Promise(() => {})
  },
})
process.once("SIGTERM", () => {
  void runner.stop({ graceMs: 1_000 }).then(() => process.exit(0))
})
process.send?.("ready")
