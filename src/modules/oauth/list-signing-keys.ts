import { desc, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Context } from "#kit/context.ts"
import type { keyShape } from "./contract.ts"
import { signingKeys } from "./tables.ts"

/** For staff: which one signs, which comes next, which are on their way out. */
export async function listSigningKeys(ctx: Context): Promise<z.infer<typeof keyShape>[]> {
  const rows = await ctx.db
    .select({ key: signingKeys, isNext: sql<boolean>`${signingKeys.signsFrom} > now()` })
    .from(signingKeys)
    .orderBy(desc(signingKeys.signsFrom), desc(signingKeys.id))
    .limit(20)
  const signing = rows.find((row) => !row.isNext)?.key.id
  return rows.map(({ key, isNext }) => ({
    id: key.id,
    standing: isNext ? "next" : key.id === signing ? "signing" : "leaving",
    signsFrom: key.signsFrom.toString(),
    publishedUntil: key.publishedUntil?.toString() ?? null,
  }))
}
