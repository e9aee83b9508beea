import { eq } from "drizzle-orm"
import type { z } from "zod"
import { recordAudit } from "#audit"
import { actorId, type Context, within } from "#kit/context.ts"
import type { StoredFile } from "#kit/files.ts"
import { customerRefusals } from "./errors.ts"
import type { customerFileShape } from "./file-contract.ts"
import { MOST_FILES } from "./file-kind.ts"
import { getOpenAccount } from "./get-open-account.ts"
import { getFile } from "./queries.ts"
import { files } from "./tables.ts"

/** The bytes lie in the store already: writing them holds no transaction. */
export async function storeFile(
  ctx: Context,
  wish: { readonly accountId: string; readonly stored: StoredFile },
): Promise<z.infer<typeof customerFileShape>> {
  const { id: accountId } = await getOpenAccount(ctx, wish.accountId)
  if ((await ctx.db.$count(files, eq(files.accountId, accountId))) >= MOST_FILES) {
    customerRefusals.refuse("customers.too_many_files", { limit: MOST_FILES })
  }
  const { key, name, contentType, bytes, sha256 } = wish.stored
  const id = ctx.newId("cfi")
  const [storedBy, createdAt] = [actorId(ctx.actor), ctx.clock.now()]
  await ctx.db
    .insert(files)
    .values({ id, accountId, key, name, contentType, bytes, sha256, storedBy, createdAt })
  await recordAudit(ctx, {
    act: "customers.file-stored",
    subjectId: id,
    accountId,
    after: { name, contentType, bytes, sha256 },
  })
  return getFile(ctx, within(ctx.actor), id)
}
