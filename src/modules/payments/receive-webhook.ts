import { sql } from "drizzle-orm"
import type { Context, Reach } from "#kit/context.ts"
import type { Keyring } from "#kit/secrets.ts"
import { startWork } from "#kit/work/start-work.ts"
import { paymentRefusals } from "./errors.ts"
import { findGatewayKind } from "./gateways/registry.ts"
import { sealPlace } from "./open-gateway.ts"
import { findEndpoint } from "./queries.ts"
import { webhookInbox } from "./tables.ts"
import { processNoticeWork } from "./work-kinds.ts"

export interface WebhookDelivery {
  readonly endpointId: string
  readonly headers: Headers
  readonly rawBody: Uint8Array
}

const wholeHouse: Reach = { kind: "all" }

/** Verifies, stores whole, answers; the thinking comes later. The same event again only counts up. */
export async function receiveWebhook(
  ctx: Context,
  keyring: Keyring,
  delivery: WebhookDelivery,
): Promise<{ isNew: boolean }> {
  const endpoint = await findEndpoint(ctx, wholeHouse, { id: delivery.endpointId })
  const kind = endpoint && findGatewayKind(endpoint.gateway)
  if (endpoint?.state !== "enabled" || !kind || !endpoint.webhookSecretSealed) {
    return paymentRefusals.refuse("payments.endpoint_missing", { endpointId: delivery.endpointId })
  }
  const now = ctx.clock.now()
  const { headers, rawBody } = delivery
  const secret = keyring.open(sealPlace(ctx, endpoint.id, "webhook_secret"), endpoint.webhookSecretSealed)
  const notice = kind.verifyWebhook(secret, { headers, rawBody, now })
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
      state: notice.isReadable ? "received" : "unreadable",
      deliveries: 1,
      receivedAt: now,
    })
    .onConflictDoUpdate({
      target: [webhookInbox.tenantId, webhookInbox.endpointId, webhookInbox.eventId],
      set: { deliveries: sql`${webhookInbox.deliveries} + 1` },
    })
    .returning({ id: webhookInbox.id })
  if (stored?.id !== id) return { isNew: false }
  if (!notice.isReadable) return { isNew: true }
  await startWork(ctx, processNoticeWork, { noticeId: id }, { key: `notice:${id}` })
  return { isNew: true }
}
