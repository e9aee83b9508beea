import type { Context } from "#kit/context.ts"
import type { Outside } from "#kit/outside/outside.ts"
import { OutsideError } from "#kit/outside/outside-error.ts"
import type { Keyring, SealPlace } from "#kit/secrets.ts"
import { type CallContext, GiveUp, TryLater } from "#kit/work/define.ts"
import { describeOutsideCall } from "#kit/work/describe-call.ts"
import type { Gateway } from "./gateways/gateway.ts"
import { findGatewayKind } from "./gateways/registry.ts"
import { type Endpoint, findEndpoint } from "./queries.ts"

/** What the module's work is given once, at start: the way out and the keys. */
export interface PaymentDoors {
  readonly outside: Outside
  readonly keyring: Keyring
  /** How long a gateway may take for one answer. Default 10 s. */
  readonly callTimeoutMs?: number
}

/** A gateway for one step: secrets are unsealed now and forgotten with it. */
export async function openGateway(doors: PaymentDoors, call: CallContext, name: string): Promise<Gateway> {
  const endpoint = await call.read((ctx) => findEndpoint(ctx, { kind: "all" }, { gateway: name }))
  return connectGateway(doors, call, name, endpoint)
}

/** The same for who has read its endpoint already. */
export function connectGateway(
  doors: PaymentDoors,
  call: CallContext,
  name: string,
  endpoint: Endpoint | undefined,
): Gateway {
  const kind = findGatewayKind(name)
  if (!kind || !endpoint?.apiKeySealed) throw new GiveUp(`There is no gateway ${name} here.`)
  const apiKey = doors.keyring.open(sealPlace(call, endpoint.id, "api_key"), endpoint.apiKeySealed)
  const config = {
    name: `gateway ${name}`,
    baseUrl: endpoint.baseUrl,
    headers: () => ({ authorization: `Bearer ${apiKey}` }),
    timeoutMs: doors.callTimeoutMs ?? CALL_TIMEOUT_MS,
    // The stand-in lives on our own network; a real gateway is reached over the public one.
    allowPrivate: kind.isLocal,
  }
  return kind.open(async (request) => {
    try {
      return await doors.outside.host(config).call({
        ...request,
        signal: call.signal,
        record: (outsideTry) => call.note(describeOutsideCall(outsideTry)),
      })
    } catch (error) {
      throw translate(error)
    }
  })
}

/** For one try of up to three: a gateway that hangs leaves time for another one. */
const CALL_TIMEOUT_MS = 10_000

/**
 * "Not now" is no failure: the work is parked for as long as the gateway wishes, or as long as it is left alone
 * because it failed others: nobody's try is spent on a call that was never made. What our own guard refuses was
 * never sent and would be refused again, so a person must look. All else may pass: the step runs again, and looks
 * for what the lost try left before it acts.
 */
function translate(error: unknown): unknown {
  if (!(error instanceof OutsideError)) return error
  if (error.isNotNow) return new TryLater(error.message, error.retryAfterSeconds ?? 10, { cause: error })
  return error.kind === "refused" ? new GiveUp(error.message, { cause: error }) : error
}

export type SecretName = "api_key" | "webhook_secret"

export function sealPlace(of: Pick<Context, "tenant">, endpointId: string, column: SecretName): SealPlace {
  return { tenant: of.tenant, table: "payments.endpoints", column, row: endpointId }
}
