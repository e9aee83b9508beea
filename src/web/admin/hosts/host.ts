import type { ApiClient } from "../../api-context.ts"

export type Host = Awaited<ReturnType<ApiClient["hosts"]["names"]["list"]>>["items"][number]
