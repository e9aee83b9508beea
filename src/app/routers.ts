import type { AnyRouter } from "@orpc/server"
import { auditRouter } from "#audit"
import { billingRouter } from "#billing"
import { catalogRouter } from "#catalog"
import { createBreachCheck, createIdentityRouter } from "#identity"
import { createRateLimit } from "#kit/rate-limit.ts"
import { createOperationsRouter, type WorkTitles } from "#operations"
import { ordersRouter } from "#orders"
import { paymentsRouter } from "#payments"
import { createProvisioningRouter } from "#provisioning"
import { tenancyRouter } from "#tenancy"
import type { Ground } from "./ground.ts"

export interface RouterOptions {
  readonly titles: WorkTitles
  /** Keys of a sandbox must not be taken for real ones. */
  readonly apiKeyKind: "live" | "test"
  /** Where passwords are looked up among stolen ones. */
  readonly breachedPasswordsUrl: string
  /** Off only for measuring and trials. */
  readonly rateLimits: boolean
}

/** All modules' routers under the names of the public contract. */
export function joinRouters(ground: Ground, options: RouterOptions) {
  const { keyring, outside, log, allowPrivate } = ground
  const baseUrl = options.breachedPasswordsUrl
  const signInMeans = {
    keyring,
    breaches: createBreachCheck({ outside, log, baseUrl, allowPrivate }),
    // Thirty mails an hour set off from one network address: a household, a café, and no flood.
    ...(options.rateLimits ? { letters: createRateLimit({ limit: 30, windowSeconds: 3_600 }) } : {}),
  }
  return {
    tenancy: tenancyRouter,
    identity: createIdentityRouter({ ...signInMeans, apiKeyKind: options.apiKeyKind }),
    audit: auditRouter,
    operations: createOperationsRouter({ ...ground, titles: options.titles }),
    catalog: catalogRouter,
    payments: paymentsRouter,
    billing: billingRouter,
    provisioning: createProvisioningRouter(ground),
    orders: ordersRouter,
  } satisfies Record<string, AnyRouter>
}
