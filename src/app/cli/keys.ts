import { countSeals, resealColumn } from "#kit/reseal.ts"
import { listTenants } from "#tenancy"
import type { Ground } from "../ground.ts"
import { addHomeKey, listKeys, openKeyring } from "../keys.ts"
import { sealedColumns } from "../sealed-columns.ts"
import type { Doors } from "./doors.ts"
import { type Output, printTable } from "./output.ts"

export async function showKeys(doors: Doors, output: Output): Promise<void> {
  const counts = await doors.withGround(countAll)
  const keys = listKeys(doors.config)
  const rows = keys.map(({ id }, index) => [id, index === 0 ? "current" : "old", String(counts.get(id) ?? 0)])
  printTable(output, ["key", "state", "sealed"], rows)
  for (const [id, count] of counts) {
    if (!keys.some((one) => one.id === id))
      output.line(`${count} values are sealed with ${id}, which is not here.`)
  }
}

/** A new key of this home's own, or the one that was put first into the settings; then everything moves to it. */
export async function rotateKeys(doors: Doors, output: Output): Promise<void> {
  const { config } = doors
  if (!config.keys) output.line(`The new key is ${addHomeKey(config.home).id}.`)
  const keyring = openKeyring(config)
  const moved = await doors.withGround(async (ground) => {
    let total = 0
    for (const { id } of await ground.database.transactAcrossTenants(listTenants)) {
      for (const column of sealedColumns) {
        for (let done = BATCH; done === BATCH; total += done) {
          done = await ground.inTenant(id, (ctx) => resealColumn(ctx, keyring, column, BATCH))
        }
      }
    }
    return total
  })
  output.line(`${moved} secrets are sealed with ${keyring.currentKeyId} now.`)
  output.line(
    "Restart every process of this Hostwell: it seals with the old key until then, and so will this again.",
  )
  output.line("Run keys show before an old key is taken away: whoever it signed in signs in again then.")
}

const BATCH = 500

async function countAll(ground: Ground): Promise<ReadonlyMap<string, number>> {
  const total = new Map<string, number>()
  for (const { id } of await ground.database.transactAcrossTenants(listTenants)) {
    for (const column of sealedColumns) {
      for (const [key, count] of await ground.inTenant(id, (ctx) => countSeals(ctx, column))) {
        total.set(key, (total.get(key) ?? 0) + count)
      }
    }
  }
  return total
}
