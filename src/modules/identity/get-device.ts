import { eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { describeDevice } from "./device.ts"
import { devices } from "./sign-in-tables.ts"

/** As people recognise it. A device that is gone in the meantime is still one they are told about. */
export async function getDevice(ctx: Context, id: string): Promise<{ words: string; address: string }> {
  const [row] = await ctx.db.select().from(devices).where(eq(devices.id, id)).limit(1)
  return { words: row ? describeDevice(row.userAgent) : "–", address: row?.address ?? "–" }
}
