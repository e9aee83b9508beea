import { readPhone } from "#identity"
import { actorId, type Context, within } from "#kit/context.ts"
import { getSettings } from "#tenancy"
import { decodeCsv, readCsvText } from "./csv-text.ts"
import { customerRefusals } from "./errors.ts"
import { getImport, type ImportView } from "./get-import.ts"
import { listFields } from "./list-fields.ts"
import { markKnown } from "./mark-known.ts"
import { planImport } from "./plan-import.ts"
import { imports } from "./tables.ts"

const MOST_ROWS = 5_000

/** Kept as it was read: a reload, a colleague or a crash loses nothing of it. Nothing is made yet. */
export async function previewImport(
  ctx: Context,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<ImportView> {
  const text = decodeCsv(file.bytes)
  const lines = text === undefined ? [] : readCsvText(text)
  if (lines.length < 2) customerRefusals.refuse("customers.import_empty", {}, { field: "file" })
  if (lines.length > MOST_ROWS + 1) {
    customerRefusals.refuse("customers.import_too_long", { limit: MOST_ROWS }, { field: "file" })
  }
  const settings = await getSettings(ctx)
  const plan = planImport(lines, {
    fields: await listFields(ctx, within(ctx.actor)),
    country: settings.seller.country,
    language: settings.defaultLanguage,
    readPhone,
  })
  const id = ctx.newId("cim")
  await ctx.db.insert(imports).values({
    id,
    fileName: file.name.slice(0, 150) || "customers.csv",
    state: "previewed",
    columns: lines[0]?.map((head) => head.replace(/^\uFEFF/, "").slice(0, 60)) ?? [],
    rows: await markKnown(ctx, plan.rows),
    unknownColumns: plan.unknownColumns,
    sendsInvitations: false,
    createdCount: 0,
    startedBy: actorId(ctx.actor),
    createdAt: ctx.clock.now(),
  })
  return getImport(ctx, within(ctx.actor), id)
}
