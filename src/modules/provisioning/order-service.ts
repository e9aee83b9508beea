import { getAccount } from "#identity"
import type { Context } from "#kit/context.ts"
import type { Say } from "#kit/refusal.ts"
import { tellWatchers } from "#kit/watch.ts"
import type { Resources } from "./service.ts"
import { services } from "./tables.ts"

export interface ServiceWish {
  readonly accountId: string
  readonly orderId: string
  readonly planId: string
  readonly productType: "vps"
  readonly planName: Say
  readonly resources: Resources
  readonly panel: { readonly packageId: number; readonly groupId: number }
  readonly image: { readonly id: string; readonly templateId: number }
  readonly location: { readonly id: string }
  readonly hostname: string
}

/** A service as it was sold. Nothing is built until `beginBuilding`. */
export async function orderService(ctx: Context, wish: ServiceWish): Promise<{ serviceId: string }> {
  const serviceId = ctx.newId("svc")
  const sold = ctx.db.insert(services).values({
    id: serviceId,
    accountId: wish.accountId,
    accountName: (await getAccount(ctx, wish.accountId)).name,
    orderId: wish.orderId,
    planId: wish.planId,
    productType: wish.productType,
    planName: wish.planName,
    plan: {
      resources: wish.resources,
      packageId: wish.panel.packageId,
      groupId: wish.panel.groupId,
      templateId: wish.image.templateId,
    },
    locationId: wish.location.id,
    imageId: wish.image.id,
    hostname: wish.hostname,
    state: "waiting_for_payment",
    desired: "none",
    observed: "absent",
    suspensionReasons: [],
    addresses: [],
    createdAt: ctx.clock.now(),
  })
  await sold.returning({ told: tellWatchers(ctx, wish.accountId) })
  return { serviceId }
}
