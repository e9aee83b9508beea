import { eq, sql } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { FileError } from "#kit/files.ts"
import { openBytes } from "#kit/seal-bytes.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import { privacyRefusals } from "./errors.ts"
import { exportFileKey, exportKeyPlace, type PrivacyDoors } from "./means.ts"
import { getExport } from "./queries.ts"
import { exports } from "./tables.ts"

/** The file, opened: only for the person it is about, and no transaction is held while it is read. */
export async function downloadExport(
  { keyring, files }: PrivacyDoors,
  scope: CallScope,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<File> {
  const key = await scope.transact((ctx) => admit(ctx, { id, personId, keyring }))
  const { bytes } = await files
    .get(scope.tenant, exportFileKey(keyring, scope.tenant, id))
    .catch((error: unknown) => {
      if (error instanceof FileError && error.kind === "absent") {
        return privacyRefusals.refuse("privacy.export_over", { id })
      }
      throw error
    })
  return new File([Buffer.from(openBytes(key, id, bytes))], `${id}.zip`, { type: "application/zip" })
}

async function admit(
  ctx: Context,
  {
    id,
    personId,
    keyring,
  }: { readonly id: string; readonly personId: string } & Pick<PrivacyDoors, "keyring">,
): Promise<string> {
  // Staff may ask for a copy on somebody's behalf; read it may only whom it is about.
  const reach = within(ctx.actor)
  const row = await getExport(ctx, reach.kind === "all" ? { kind: "accounts", accountIds: [] } : reach, {
    id,
    personId,
  })
  const isOver = row.expiresAt !== null && Temporal.Instant.compare(row.expiresAt, ctx.clock.now()) <= 0
  if (row.state === "expired" || isOver) privacyRefusals.refuse("privacy.export_over", { id })
  if (row.sealedKey === null) return privacyRefusals.refuse("privacy.export_not_ready", { id })
  await ctx.db
    .update(exports)
    .set({ downloads: sql`${exports.downloads} + 1` })
    .where(eq(exports.id, id))
  await recordAudit(ctx, { act: "privacy.export-downloaded", subjectId: personId, after: { exportId: id } })
  return keyring.open(exportKeyPlace(ctx.tenant, id), row.sealedKey)
}
