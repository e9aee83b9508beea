import { actorId, type Context, type Reach } from "#kit/context.ts"
import { startWork } from "#kit/work/start-work.ts"
import { provisioningRefusals } from "./errors.ts"
import { lockService } from "./queries.ts"
import { signOns } from "./tables.ts"
import { requestSignOnHead, startable } from "./work-heads.ts"

/** A link is asked for per click, in the background: a slow panel doesn't hold the page. */
export async function requestSignOn(ctx: Context, reach: Reach, serviceId: string): Promise<{ id: string }> {
  const service = await lockService(ctx, reach, serviceId)
  if (service.state !== "active" || !service.panelId || !service.remoteId) {
    return provisioningRefusals.refuse("provisioning.not_ready", { serviceId, state: service.state })
  }
  const id = ctx.newId("sgn")
  const askedBy = actorId(ctx.actor)
  await ctx.db.insert(signOns).values({ id, serviceId, askedBy, state: "asking", createdAt: ctx.clock.now() })
  const input = { serviceId, panelId: service.panelId, signOnId: id }
  await startWork(ctx, startable(requestSignOnHead), input, { key: id })
  return { id }
}
