import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import type { FileStore } from "#kit/files.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import { lockFile } from "./lock-file.ts"

/** To be saved, never shown: who looked at it stands in the audit. The bytes are read without a transaction. */
export async function readFile(scope: CallScope, store: FileStore, id: string): Promise<File> {
  const { key, name } = await scope.transact(async (ctx: Context) => {
    const file = await lockFile(ctx, within(ctx.actor), id)
    await recordAudit(ctx, {
      act: "customers.file-read",
      subjectId: id,
      accountId: file.accountId,
      after: { name: file.name, sha256: file.sha256 },
    })
    return file
  })
  const { bytes } = await store.get(scope.tenant, key)
  return new File([new Uint8Array(bytes)], name, { type: "application/octet-stream" })
}
