import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { lockFile } from "./lock-file.ts"
import { files } from "./tables.ts"
import { deleteFileHead, startable } from "./work-heads.ts"

/** The row goes now; the bytes right after, by work that is tried until it is done. */
export async function removeFile(ctx: Context, id: string): Promise<{ id: string; accountId: string }> {
  const { accountId, key, name, sha256 } = await lockFile(ctx, within(ctx.actor), id)
  await ctx.db.delete(files).where(eq(files.id, id))
  await startWork(ctx, startable(deleteFileHead), { fileId: id, key }, { key: id })
  await recordAudit(ctx, {
    act: "customers.file-removed",
    subjectId: id,
    accountId,
    before: { name, sha256 },
  })
  return { id, accountId }
}
