import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"
import { sql } from "drizzle-orm"
import { openListener } from "../listen.ts"
import type { TestDatabase } from "../testing/database.ts"
import { eventually } from "../testing/eventually.ts"
import { testDatabase } from "../testing/test-database.ts"
import { bundleProcess } from "./conformance/bundle-process.ts"
import { openOutside } from "./conformance/outside.ts"
import { CONFORMANCE_TENANT, describeRunner, type Harness } from "./conformance/suite.ts"
import { type DbosRunner, startDbosRunner } from "./dbos-runner.ts"
import type { WorkKind } from "./define.ts"

describeRunner("the DBOS runner", async (): Promise<Harness> => {
  const at = await testDatabase({ runner: "dbos" })
  const listener = await openListener({ url: at.database.url, log: at.log })
  let runner: DbosRunner | undefined
  let born = 0
  const play = async (kinds: readonly WorkKind[]) => {
    await runner?.stop({ graceMs: 5_000 })
    born += 1
    runner = await startDbosRunner({
      database: at.database,
      clock: at.clock,
      newId: at.newId,
      log: at.log,
      listener,
      kinds,
      executorId: `test-${born}`,
      silentSeconds: 1,
    })
  }
  const settle = async () => {
    await runner?.wake()
    await eventually(async () => (await countOpen(at)) === 0)
  }
  return {
    at,
    play,
    settle,
    rest: async () => {
      await runner?.stop()
      runner = undefined
    },
    settleWithDeaths: () => playInDoomedProcesses(at),
    settleOverTime: async (ids) => {
      await settle()
      const outside = openOutside(at.ownerUrl)
      const calls = await outside.listCalls()
      await outside.close()
      const called = ids.filter((id) => calls.some((call) => call.operation === id))
      // When each was let through: how soon its call then leaves is the machine's affair.
      const { rows } = await at.database.transactAcrossTenants((db) =>
        db.execute<{ ms: string }>(sql`
          select started_at_epoch_ms::text as ms from dbos.workflow_status
          where workflow_uuid in ${called.map((id) => `${id}:1`)}`),
      )
      return rows.map(({ ms }) => Number(ms))
    },
    close: async () => {
      await runner?.stop()
      await listener.close()
    },
  }
})

/** One process after the other takes all the work there is and dies, until one lives to see the end of it. */
async function playInDoomedProcesses(at: TestDatabase): Promise<void> {
  await using script = await bundleProcess(
    fileURLToPath(new URL("./conformance/doomed-process.ts", import.meta.url)),
  )
  for (let life = 1; life <= 10; life++) {
    const given = {
      url: at.database.url,
      ownerUrl: at.ownerUrl,
      tenant: CONFORMANCE_TENANT,
      now: at.clock.now().toString(),
      // Every second one comes back under its old name, as a restarted process does.
      executorId: `doomed-${Math.ceil(life / 2)}`,
    }
    const child = fork(script.file, [JSON.stringify(given)], {
      stdio: "inherit",
      execArgv: ["--no-deprecation"],
    })
    let isDead = false
    const death = new Promise<void>((resolve) => child.once("exit", () => resolve()))
    void death.then(() => {
      isDead = true
    })
    await eventually(async () => isDead || (await countOpen(at)) === 0)
    if (isDead) continue
    child.kill("SIGTERM")
    await death
    return
  }
  throw new Error("Ten processes died over the same work.")
}

/** Operations in somebody's hands, waiting to be taken, or due. */
async function countOpen(at: TestDatabase): Promise<number> {
  const now = at.clock.now().toString()
  const found = await at.database.transactAcrossTenants((db) =>
    db.execute<{ open: number }>(sql`
      select (select count(*) from work.playable_operations(1000))::int
        + (select count(*) from work.due_operations(${now}::timestamptz, 1000))::int as open`),
  )
  return found.rows[0]?.open ?? 0
}
