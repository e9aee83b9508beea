import { and, eq, inArray } from "drizzle-orm"
import { getPerson } from "#identity"
import type { Context } from "#kit/context.ts"
import { collectTable } from "#kit/personal-data/collect-table.ts"
import { createFileKey, sealBytes } from "#kit/seal-bytes.ts"
import { type CallContext, defineWork, GiveUp, type WorkKind } from "#kit/work/define.ts"
import { dataExportReady, sendMessage } from "#notifications"
import { getRetention, getSettings, linkTo } from "#tenancy"
import type { ArchivePart } from "./archive.ts"
import { loadSubject } from "./load-subject.ts"
import { exportFileKey, exportKeyPlace, type PrivacyDoors } from "./means.ts"
import { exports } from "./tables.ts"
import { buildExportHead, type ExportInput } from "./work-heads.ts"
import { writeArchive } from "./write-archive.ts"

/** Gathers, packs, seals and tells. Every try makes the whole file anew and puts it in the same place. */
export function buildExportWork(doors: PrivacyDoors): WorkKind<ExportInput> {
  return defineWork({
    ...buildExportHead,
    run: async (work, { exportId }) => {
      await work.call("pack", (call) => pack(doors, call, exportId))
      await work.record("tell", (ctx) => tell(ctx, exportId), { isLast: true })
    },
  })
}

async function pack(doors: PrivacyDoors, call: CallContext, exportId: string): Promise<void> {
  const gathered = await call.transact((ctx) => gather(ctx, doors, exportId))
  const archive = writeArchive(gathered)
  const key = createFileKey()
  const fileKey = exportFileKey(doors.keyring, call.tenant, exportId)
  await doors.files.put(call.tenant, {
    key: fileKey,
    name: `${exportId}.zip`,
    contentType: "application/octet-stream",
    content: sealBytes(key, exportId, archive),
  })
  await call.transact((ctx) => markReady(ctx, doors, { exportId, key, bytes: archive.byteLength }))
}

async function gather(ctx: Context, { holders }: PrivacyDoors, exportId: string) {
  const row = await findRow(ctx, exportId)
  const person = await getPerson(ctx, row.personId)
  const settings = await getSettings(ctx)
  const subject = await loadSubject(ctx, holders, row.personId)
  const parts: ArchivePart[] = []
  // From whom they are to what followed from it: the other way round than erasing.
  for (const holder of holders.toReversed()) {
    for (const table of holder.tables.toReversed()) {
      if (table.withheld !== undefined) continue
      parts.push({ table: table.table, title: table.title, ...(await collectTable(ctx, subject, table)) })
    }
  }
  return {
    parts,
    language: person.language,
    shop: settings.name,
    seller: settings.seller.legalName,
    person: { id: person.id, name: person.name, email: person.email },
    at: ctx.clock.now(),
    timeZone: settings.timeZone,
  }
}

async function markReady(
  ctx: Context,
  { keyring }: PrivacyDoors,
  { exportId, key, bytes }: { readonly exportId: string; readonly key: string; readonly bytes: number },
): Promise<void> {
  const { timeZone } = await getSettings(ctx)
  const { keep } = await getRetention(ctx, "exports")
  const now = ctx.clock.now()
  await ctx.db
    .update(exports)
    .set({
      state: "ready",
      sealedKey: keyring.seal(exportKeyPlace(ctx.tenant, exportId), key),
      bytes,
      readyAt: now,
      expiresAt: now.toZonedDateTimeISO(timeZone).add(keep).toInstant(),
    })
    // A try that was lost has left a file of another key: the row names the key of the last one.
    .where(and(eq(exports.id, exportId), inArray(exports.state, ["asked", "failed", "ready"])))
}

async function tell(ctx: Context, exportId: string): Promise<void> {
  const row = await findRow(ctx, exportId)
  const person = await getPerson(ctx, row.personId)
  const settings = await getSettings(ctx)
  await sendMessage(ctx, {
    template: dataExportReady,
    to: { name: person.name, address: person.email },
    language: person.language,
    key: `data-export-ready:${exportId}`,
    data: {
      name: person.name,
      shop: settings.name,
      until: (row.expiresAt ?? ctx.clock.now())
        .toZonedDateTimeISO(settings.timeZone)
        .toPlainDate()
        .toString(),
      link: linkTo(settings, person.language, "/portal/privacy"),
    },
  })
}

async function findRow(ctx: Context, exportId: string) {
  const [row] = await ctx.db.select().from(exports).where(eq(exports.id, exportId)).limit(1)
  if (!row) throw new GiveUp(`The export ${exportId} is gone.`)
  return row
}
