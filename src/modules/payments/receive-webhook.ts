import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import { startWork } from "#kit/work/start.ts"
import { paymentRefusals } from "./errors.ts"
import { unsealGateway } from "./open-gateway.ts"
import { processNoticeWork } from "./process-notice.ts"
import { findEndpoint } from "./queries.ts"
import { webhookInbox } from "./tables.ts"

export interface WebhookDelivery {
  readonly endpointId: string
  readonly headers: Headers
  readonly rawBody: Uint8Array
}

const wholeHouse: Reach = { kind: "all" }

/** Verifies, stores whole, answers; the thinking comes later. The same event again only counts up. */
export async function receiveWebhook(ctx: Context, delivery: WebhookDelivery): Promise<{ isNew: boolean }> {
  const endpoint = await findEndpoint(ctx, wholeHouse, { id: delivery.endpointId })
  if (endpoint?.state !== "enabled") {
    return paymentRefusals.refuse("payments.endpoint_missing", { endpointId: delivery.endpointId })
  }
  const now = ctx.clock.now()
  const { headers, rawBody } = delivery
  const notice = unsealGateway(endpoint).verifyWebhook({ headers, rawBody, now })
  if (!notice) return paymentRefusals.refuse("payments.signature_wrong", { endpointId: endpoint.id })

  const id = ctx.newId("whk")
  const [stored] = await ctx.db
    .insert(webhookInbox)
    .values({
      id,
      endpointId: endpoint.id,
      eventId: notice.eventId,
      eventKind: notice.kind,
      claimedReference: notice.reference,
      rawBody,
      state: "received",
      deliveries: 1,
      receivedAt: now,
    })
    .onConflictDoUpdate({
      target: [webhookInbox.tenantId, webhookInbox.endpointId, webhookInbox.eventId],
      set: { deliveries: sql`${webhookInbox.deliveries} + 1` },
    })
    .returning({ id: webhookInbox.id })
  if (stored?.id !== id) return { isNew: false }
  await startWork(ctx, processNoticeWork, { noticeId: id }, { key: `notice:${id}` })
  return { isNew: true }
}
