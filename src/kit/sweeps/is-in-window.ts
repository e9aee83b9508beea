import { type SQL, sql } from "drizzle-orm"
import type { ForgetWindow } from "./window.ts"

/** Whether a row's moment lies in what a sweep of old rows looks at. */
export function isInWindow(moment: SQL, { after, before }: ForgetWindow): SQL {
  return sql`${moment} >= ${after.toString()}::timestamptz and ${moment} < ${before.toString()}::timestamptz`
}
