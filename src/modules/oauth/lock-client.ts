import { eq } from "drizzle-orm"
import { type Context, within } from "#kit/context.ts"
import { oauthRefusals } from "./errors.ts"
import type { Client } from "./queries.ts"
import { clients } from "./tables.ts"

/** For changing it: within reach, and not ended. */
export async function lockClient(ctx: Context, id: string): Promise<Client> {
  const [row] =
    within(ctx.actor).kind === "all"
      ? await ctx.db.select().from(clients).where(eq(clients.id, id)).for("update")
      : []
  if (!row) return oauthRefusals.refuse("oauth.client_missing", { id })
  return row.endedAt ? oauthRefusals.refuse("oauth.client_ended", { id }) : row
}
