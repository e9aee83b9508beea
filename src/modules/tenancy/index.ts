export { tenancyRefusals } from "./errors.ts"
export { tenancyActed } from "./events.ts"
export { findKeptLogo } from "./find-kept-logo.ts"
export { findLanding } from "./find-landing.ts"
export { findSettings } from "./find-settings.ts"
export { getRetention } from "./get-retention.ts"
export { getRetentions, type Retention } from "./get-retentions.ts"
export { getSettings } from "./get-settings.ts"
export { isHostRegistered } from "./is-host-registered.ts"
export { isRootTenant } from "./is-root-tenant.ts"
export { listRegisteredHosts } from "./list-registered-hosts.ts"
export { moveOrigin } from "./move-origin.ts"
export { registerHost } from "./register-host.ts"
export {
  ensureTenant,
  findOpening,
  findTenantByHost,
  listTenants,
  openTenant,
  type Tenant,
} from "./registry.ts"
export { resumeTenant } from "./resume-tenant.ts"
export { findRule, isWithin, type RetentionId, type RetentionRule, retentionIds } from "./retention-rule.ts"
export { retentionRules } from "./retention-rules.ts"
export { createTenancyRouter } from "./router.ts"
export { saveRetention } from "./save-retention.ts"
export { saveSettings } from "./save-settings.ts"
export { sellerIn } from "./seller-contract.ts"
export { sellsFrom } from "./sells-from.ts"
export { describeShop, linkTo, percentOf, type TenantSettings } from "./settings.ts"
export { suspendTenant } from "./suspend-tenant.ts"
export { TENANCY_CHANNEL } from "./tenancy-news.ts"
export type { TenantCounts, TenantMeans } from "./tenant-means.ts"
export type { Closure } from "./tenants-contract.ts"
export { unregisterHost } from "./unregister-host.ts"
