import { and, eq, isNull } from "drizzle-orm"
import type { Context } from "#kit/context.ts"
import type { Client } from "./queries.ts"
import { clients } from "./tables.ts"

/** By the id it gives itself; an ended one is none. For the protocol, where nobody is signed in. */
export async function findClient(ctx: Context, id: string): Promise<Client | undefined> {
  const [row] = await ctx.db
    .select()
    .from(clients)
    .where(and(eq(clients.id, id), isNull(clients.endedAt)))
    .limit(1)
  return row
}
