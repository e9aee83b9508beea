import { and, eq } from "drizzle-orm"
import { actorId, type Context } from "#kit/context.ts"
import { actOnTenant } from "./act-on-tenant.ts"
import { tenancyRefusals } from "./errors.ts"
import { suspensions, tenants } from "./tables.ts"
import { tellTenancyNews } from "./tell-tenancy-news.ts"
import type { Closure } from "./tenants-contract.ts"

export interface SuspensionWish {
  readonly id: string
  readonly reason: string
  readonly closure: Closure
}

/**
 * Closes the shop to its visitors. Nothing else stops: webhooks, work, sweeps and renewals go on, because money and
 * machines of its customers must stay right, and its staff come in and see why.
 */
export async function suspendTenant(ctx: Context, wish: SuspensionWish): Promise<void> {
  const { id, reason, closure } = wish
  if (id === ctx.tenant) tenancyRefusals.refuse("tenancy.own_tenant")
  await actOnTenant(
    ctx,
    { act: "tenancy.suspended", subjectId: id, reason, after: { closure } },
    async (there) => {
      const changed = await there.db
        .update(tenants)
        .set({ state: "suspended", closure })
        .where(and(eq(tenants.id, id), eq(tenants.state, "open")))
        .returning({ id: tenants.id })
      if (changed.length === 0) tenancyRefusals.refuse("tenancy.suspended_already")
      await there.db.insert(suspensions).values({
        id: there.newId("tsp"),
        reason,
        closure,
        startedAt: there.clock.now(),
        startedBy: actorId(there.actor),
      })
      await tellTenancyNews(there)
    },
  )
}
