export { ensureTenant, findTenantByHost, listTenants, type Tenant } from "./registry.ts"
export {
  describeShop,
  findSettings,
  getSettings,
  percentOf,
  saveSettings,
  type TenantSettings,
} from "./settings.ts"
