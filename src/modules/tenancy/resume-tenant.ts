import { and, eq, isNull } from "drizzle-orm"
import { actorId, type Context } from "#kit/context.ts"
import { actOnTenant } from "./act-on-tenant.ts"
import { tenancyRefusals } from "./errors.ts"
import { suspensions, tenants } from "./tables.ts"
import { tellTenancyNews } from "./tell-tenancy-news.ts"

export async function resumeTenant(ctx: Context, id: string): Promise<void> {
  await actOnTenant(ctx, { act: "tenancy.resumed", subjectId: id }, async (there) => {
    const changed = await there.db
      .update(tenants)
      .set({ state: "open", closure: null })
      .where(and(eq(tenants.id, id), eq(tenants.state, "suspended")))
      .returning({ id: tenants.id })
    if (changed.length === 0) tenancyRefusals.refuse("tenancy.not_suspended")
    await there.db
      .update(suspensions)
      .set({ endedAt: there.clock.now(), endedBy: actorId(there.actor) })
      .where(isNull(suspensions.endedAt))
    await tellTenancyNews(there)
  })
}
