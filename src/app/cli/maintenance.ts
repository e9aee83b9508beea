import { migrateDatabase } from "#kit/migrate.ts"
import { exportJournal, type JournalFormat } from "#ledger"
import { examine } from "../doctor.ts"
import { databasePassword } from "../keys.ts"
import { CliRefusal, type Doors } from "./doors.ts"
import type { Output } from "./output.ts"

export async function migrate(doors: Doors, output: Output): Promise<void> {
  const { config } = doors
  const ownerUrl = await doors.ownerUrl()
  await migrateDatabase(
    config.databaseAppUrl ? { ownerUrl } : { ownerUrl, appPassword: databasePassword(config) },
  )
  output.line("The database is at this release.")
}

const signs = { well: "ok  ", ill: "ILL ", skipped: "-   " } as const

export async function runDoctor(doors: Doors, output: Output): Promise<void> {
  const findings = await examine({ ownerUrl: await doors.ownerUrl() })
  for (const { check, state, words } of findings) output.line(`${signs[state]}${check}: ${words}`)
  const ill = findings.filter((one) => one.state === "ill").length
  if (ill > 0) throw new CliRefusal(`${ill} of ${findings.length} checks found something wrong.`)
}

export async function exportLedger(
  doors: Doors,
  output: Output,
  wish: { readonly format: JournalFormat; readonly shop?: string },
): Promise<void> {
  await doors.inShop(wish.shop, async (ctx) => {
    for await (const text of exportJournal(ctx, wish.format)) output.raw(text)
  })
}
