import type { ApiClient } from "../../api-context.ts"

export type Tenant = Awaited<ReturnType<ApiClient["tenancy"]["tenants"]["get"]>>
