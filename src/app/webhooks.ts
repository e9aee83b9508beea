import { toProblem } from "#kit/serve/problems.ts"
import { findWebhookTenant, receiveWebhook } from "#payments"
import { problemResponse } from "./api/problem-response.ts"
import type { Ground } from "./ground.ts"
import type { Mount } from "./http/parts.ts"

const PREFIX = "/webhooks"
/** Gateways' notices are a few kilobytes; anything larger is not one. */
const MOST_BYTES = 262_144

/** Where a gateway sends its notices to: the endpoint's id in the address says whose they are. */
export function webhookUrl(publicUrl: string, endpointId: string): string {
  return `${publicUrl}${PREFIX}/${endpointId}`
}

/** Verified, stored whole, answered at once; what it means is found out later. */
export function mountWebhooks(ground: Ground): Mount {
  return {
    prefix: PREFIX,
    area: "webhooks",
    role: "api",
    needsTenant: false,
    answer: async (request, arrival) => {
      const endpointId = new URL(request.url).pathname.slice(PREFIX.length + 1)
      const rawBody = new Uint8Array(await request.arrayBuffer())
      if (request.method !== "POST" || rawBody.length > MOST_BYTES) return new Response(null, { status: 400 })
      const tenant = await findWebhookTenant(ground.database, endpointId)
      if (!tenant) return new Response(null, { status: 404 })
      try {
        const delivery = { endpointId, headers: request.headers, rawBody }
        await ground.inTenant(tenant, (ctx) => receiveWebhook(ctx, ground.keyring, delivery), {
          actor: { kind: "system", name: "webhook", permissions: new Set() },
        })
        return new Response(null, { status: 200 })
      } catch (error) {
        return problemResponse(toProblem(error, { ...arrival, language: "en" }))
      }
    },
  }
}
