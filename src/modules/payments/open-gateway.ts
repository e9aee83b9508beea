import type { Context } from "#kit/context.ts"
import { OutsideError, type OutsideRecord } from "#kit/outside/call.ts"
import type { Outside } from "#kit/outside/outside.ts"
import type { Keyring, SealPlace } from "#kit/secrets.ts"
import { type CallContext, GiveUp, TryLater } from "#kit/work/define.ts"
import { describeOutsideCall } from "#kit/work/describe-call.ts"
import type { Gateway } from "./gateways/gateway.ts"
import { findGatewayKind } from "./gateways/registry.ts"
import { findEndpoint } from "./queries.ts"

/** What the module's work is given once, at start: the way out and the keys. */
export interface PaymentDoors {
  readonly outside: Outside
  readonly keyring: Keyring
}

/** A gateway for one step: secrets are unsealed now and forgotten with it. */
export async function openGateway(doors: PaymentDoors, call: CallContext, name: string): Promise<Gateway> {
  const kind = findGatewayKind(name)
  const endpoint = await call.transact((ctx) => findEndpoint(ctx, { kind: "all" }, { gateway: name }))
  if (!kind || !endpoint) throw new GiveUp(`There is no gateway ${name} here.`)
  const apiKey = doors.keyring.open(sealPlace(call, endpoint.id, "api_key"), endpoint.apiKeySealed)
  const host = doors.outside.host({
    name: `gateway ${name}`,
    baseUrl: endpoint.baseUrl,
    headers: () => ({ authorization: `Bearer ${apiKey}` }),
    // The stand-in lives on our own network; a real gateway is reached over the public one.
    allowPrivate: kind.isLocal,
  })
  return kind.open((request) => {
    const per = {
      signal: call.signal,
      record: (record: OutsideRecord) => call.note(describeOutsideCall(record)),
    }
    return host.call(request, per).catch(waitWhenAsked)
  })
}

/** "Not now" is no failure: the work is parked for as long as the gateway wishes. */
function waitWhenAsked(error: unknown): never {
  if (error instanceof OutsideError && error.kind === "rate_limited") {
    throw new TryLater(error.message, error.retryAfterSeconds ?? 10)
  }
  throw error
}

export type SecretName = "api_key" | "webhook_secret"

export function sealPlace(of: Pick<Context, "tenant">, endpointId: string, column: SecretName): SealPlace {
  return { tenant: of.tenant, table: "payments.endpoints", column, row: endpointId }
}
