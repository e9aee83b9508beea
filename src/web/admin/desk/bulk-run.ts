import type { ApiClient } from "../../api-context.ts"

export type BulkRun = Awaited<ReturnType<ApiClient["desk"]["bulkRuns"]["get"]>>
