import type { AnyRouter } from "@orpc/server"
import { analyticsRouter } from "#analytics"
import { createAuditRouter } from "#audit"
import { billingRouter } from "#billing"
import { catalogRouter } from "#catalog"
import { createContentRouter } from "#content"
import { creditRouter } from "#credit"
import { createCustomersRouter } from "#customers"
import { createDeskRouter, nameAbout, nameThings } from "#desk"
import { createFederationRouter } from "#federation"
import { feesRouter } from "#fees"
import { createHostsRouter } from "#hosts"
import { countPeople, createIdentityRouter, inviteOperator, type SignInMeans } from "#identity"
import { ledgerRouter } from "#ledger"
import { noticesRouter } from "#notices"
import { createNotificationsRouter } from "#notifications"
import { createOauthRouter } from "#oauth"
import { createOperationsRouter, type WorkTitles } from "#operations"
import { createOrdersRouter } from "#orders"
import { paperworkRouter } from "#paperwork"
import { createPaymentsRouter } from "#payments"
import { createPrivacyRouter } from "#privacy"
import { countServices, createProvisioningRouter } from "#provisioning"
import { referralsRouter } from "#referrals"
import { repricingRouter } from "#repricing"
import { revenueRouter } from "#revenue"
import { createTaxRouter, type VatLimits } from "#tax"
import { createTenancyRouter, type TenantMeans } from "#tenancy"
import { termsRouter } from "#terms"
import { usageRouter } from "#usage"
import { bulkActs } from "./bulk/bulk-acts.ts"
import type { Ground } from "./ground.ts"
import { personalDataHolders } from "./personal-data.ts"
import { forgetters } from "./retention.ts"

export interface RouterOptions {
  readonly titles: WorkTitles
  /** Keys of a sandbox must not be taken for real ones. */
  readonly apiKeyKind: "live" | "test"
  readonly signIn: SignInMeans & VatLimits
}

/** All modules' routers under the names of the public contract. */
export function joinRouters(ground: Ground, options: RouterOptions) {
  return {
    tenancy: createTenancyRouter(tenantMeans),
    identity: createIdentityRouter({ ...options.signIn, apiKeyKind: options.apiKeyKind }),
    oauth: createOauthRouter(ground),
    federation: createFederationRouter(ground),
    audit: createAuditRouter({ nameThings }),
    notifications: createNotificationsRouter(),
    hosts: createHostsRouter(ground),
    operations: createOperationsRouter({ ...ground, titles: options.titles, nameAbout }),
    content: createContentRouter(options.signIn),
    ledger: ledgerRouter,
    credit: creditRouter,
    catalog: catalogRouter,
    payments: createPaymentsRouter(ground),
    terms: termsRouter,
    billing: billingRouter,
    usage: usageRouter,
    fees: feesRouter,
    tax: createTaxRouter(options.signIn),
    revenue: revenueRouter,
    referrals: referralsRouter,
    provisioning: createProvisioningRouter(ground),
    orders: createOrdersRouter(options.signIn),
    paperwork: paperworkRouter,
    repricing: repricingRouter,
    customers: createCustomersRouter({ titles: options.titles, files: ground.files, nameThings }),
    notices: noticesRouter,
    privacy: createPrivacyRouter({ ...ground, holders: personalDataHolders, forgetters }),
    analytics: analyticsRouter,
    desk: createDeskRouter({ ...ground, acts: bulkActs, titles: options.titles }),
  } satisfies Record<string, AnyRouter>
}

/** What the later modules lend to the first one: it knows nothing of people and services. */
const tenantMeans: TenantMeans = {
  inviteOperator,
  count: async (ctx) => ({ ...(await countPeople(ctx)), services: await countServices(ctx) }),
}
