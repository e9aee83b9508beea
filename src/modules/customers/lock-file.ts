import { eq } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { customerRefusals } from "./errors.ts"
import { files } from "./tables.ts"

export async function lockFile(ctx: Context, reach: Reach, id: string): Promise<typeof files.$inferSelect> {
  const [row] =
    reach.kind === "all"
      ? await ctx.db.select().from(files).where(eq(files.id, id)).limit(1).for("update")
      : []
  return row ?? customerRefusals.refuse("customers.file_missing", { id })
}
