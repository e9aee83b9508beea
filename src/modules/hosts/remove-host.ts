import { eq } from "drizzle-orm"
import { recordAudit } from "#audit"
import { type Context, within } from "#kit/context.ts"
import { getSettings, unregisterHost } from "#tenancy"
import { hostsRefusals } from "./errors.ts"
import { lockHost } from "./queries.ts"
import { hostNames } from "./tables.ts"

/** The name leads here no longer, from this moment. */
export async function removeHost(ctx: Context, id: string): Promise<void> {
  const { host, state } = await lockHost(ctx, within(ctx.actor), id)
  const { publicUrl } = await getSettings(ctx)
  if (new URL(publicUrl).hostname === host) hostsRefusals.refuse("hosts.host_primary", { host })
  await unregisterHost(ctx, host)
  await ctx.db.delete(hostNames).where(eq(hostNames.id, id))
  await recordAudit(ctx, { act: "hosts.removed", subjectId: id, before: { host, state } })
}
