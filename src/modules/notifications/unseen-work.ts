import { type SQL, sql } from "drizzle-orm"
import { isInWindow } from "#kit/sweeps/is-in-window.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { messages } from "./tables.ts"

export function anyMessageOld(window: ForgetWindow): SQL {
  return sql`exists (select from ${messages}
    where state in ('sent', 'failed') and ${isInWindow(sql`created_at`, window)})`
}
