import { within } from "#kit/context.ts"
import type { FileStore, StoredFile } from "#kit/files.ts"
import type { CallScope } from "#kit/serve/scope.ts"
import { customerRefusals } from "./errors.ts"
import { MOST_FILE_BYTES, readFileKind } from "./file-kind.ts"
import { listFamily } from "./queries.ts"

/** Looked at before it is kept: what it is, by its bytes and not by what it calls itself, and whose it will be. */
export async function receiveFile(
  scope: CallScope,
  store: FileStore,
  wish: { readonly accountId: string; readonly file: File },
): Promise<StoredFile> {
  await scope.transact((ctx) => listFamily(ctx, within(ctx.actor), wish.accountId))
  if (wish.file.size > MOST_FILE_BYTES) {
    customerRefusals.refuse("customers.file_too_large", { megabytes: 5 }, { field: "file" })
  }
  const content = new Uint8Array(await wish.file.arrayBuffer())
  const contentType = readFileKind(wish.file.name, content)
  if (!contentType) return customerRefusals.refuse("customers.file_kind", {}, { field: "file" })
  return store.put(scope.tenant, { content, contentType, name: wish.file.name })
}
