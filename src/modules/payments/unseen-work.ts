import { type SQL, sql } from "drizzle-orm"
import { isInWindow } from "#kit/sweeps/is-in-window.ts"
import type { ForgetWindow } from "#kit/sweeps/window.ts"
import { attempts, methodSetups, paymentMethods, refunds, webhookInbox } from "./tables.ts"

/** Some payment is still open. */
export function anyOpenAttempt(): SQL {
  return sql`exists (select from ${attempts} where state in ('created', 'waiting_for_payer', 'unknown'))`
}

/** Some page for leaving a method is still open. */
export function anyOpenSetup(): SQL {
  return sql`exists (select from ${methodSetups} where state in ('created', 'waiting_for_payer'))`
}

/** Some notice, refund or removed method has not been seen to. */
export function anyUnseen(): SQL {
  return sql`(exists (select from ${webhookInbox} where state = 'received')
    or exists (select from ${refunds} where state = 'wanted')
    or exists (select from ${paymentMethods} where token_sealed is not null and removed_at is not null))`
}

/** Some notice that was seen to still has the gateway's own words. */
export function anyNoticeOld(window: ForgetWindow): SQL {
  return sql`exists (select from ${webhookInbox}
    where state = 'processed' and raw_body <> ''::bytea and ${isInWindow(sql`received_at`, window)})`
}
