import { spawn } from "node:child_process"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { FILES_PLACE, type RenewalStock, type RenewalYard } from "./renewal-stock.ts"
import { renewAll } from "./renewing.ts"

export interface Killed {
  readonly due: number
  /** What stood in the database when the run was dead. */
  readonly committed: number
  /** What it had begun by then. */
  readonly begun: number
  readonly asked: number
  readonly troubled: number
}

/** A run that dies without a word when it is half through, with an agreement in it that can't be asked for; and another that goes on. */
export async function killInTheMiddle(yard: RenewalYard, subscriptions: number): Promise<Killed> {
  await using stock = await yard.openStock({ subscriptions, duePercent: 100 })
  await stock.database.query(
    `update billing.subscriptions set discounts = '[{"id":"cpn_x","code":"X","percent":"ten","planIds":[]}]'
    where id in (select id from billing.subscriptions order by account_id desc limit 1)`,
  )
  const chunks = await runUntilHalf(stock, subscriptions)
  const before = await count(stock)
  await renewAll(stock)
  const after = await count(stock)
  const isOnce = after.asked === after.agreements
  if (!isOnce || after.asked + after.troubled !== subscriptions) {
    throw new Error(`After the kill it doesn't add up: ${JSON.stringify({ before, after })}`)
  }
  // The chunk that was under way is lost, unless it was committed and only not told any more.
  const each = before.asked / Math.max(1, chunks)
  return {
    due: subscriptions,
    committed: before.asked,
    begun: Math.min(subscriptions, Math.round(before.asked + each)),
    asked: after.asked,
    troubled: after.troubled,
  }
}

async function runUntilHalf({ appUrl, database }: RenewalStock, due: number): Promise<number> {
  const warnings = pathToFileURL(join(import.meta.dirname, "../../bin/known-warnings.mjs")).href
  const words = JSON.stringify({ appUrl, filesPlace: FILES_PLACE })
  const file = join(import.meta.dirname, "renewing.ts")
  const child = spawn(process.execPath, ["--import", warnings, file, words], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  let chunks = 0
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", () => resolve())
  })
  child.stdout.on("data", (said: Buffer) => {
    chunks += said.toString().split("chunk").length - 1
    void database
      .query<{ count: number }>("select count(*)::int as count from billing.payment_request_lines")
      .then(({ rows }) => (rows[0]?.count ?? 0) >= due / 2 && child.kill("SIGKILL"))
  })
  await ended
  return chunks
}

async function count({ database }: RenewalStock) {
  const { rows } = await database.query<{ asked: number; agreements: number; troubled: number }>(`
    select count(*)::int as asked, count(distinct subscription_id)::int as agreements,
      (select count(*)::int from billing.subscriptions where trouble is not null) as troubled
    from billing.payment_request_lines`)
  return rows[0] ?? { asked: 0, agreements: 0, troubled: 0 }
}
