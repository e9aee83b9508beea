import { asc, eq } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import { providers } from "./tables.ts"

/** The buttons: those that are switched on, and nothing else about them. */
export async function listOffered(ctx: Context) {
  return ctx.db
    .select({ id: providers.id, kind: providers.kind, name: providers.name })
    .from(providers)
    .where(eq(providers.isOn, true))
    .orderBy(asc(providers.createdAt), asc(providers.id))
    .limit(20)
}
