import type { ApiClient } from "../../api-context.ts"

type Identity = ApiClient["identity"]
export type Staff = Awaited<ReturnType<Identity["staff"]["list"]>>
export type Colleague = Staff["items"][number]
export type StaffRole = Awaited<ReturnType<Identity["staffRoles"]["list"]>>["items"][number]
export type StaffPolicy = Awaited<ReturnType<Identity["staffPolicy"]["get"]>>
