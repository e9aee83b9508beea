import type pg from "pg"
import { openRowCopy, type RowCopy } from "./row-copy.ts"

const agreements = "select id from billing.subscriptions where request_id in (select id from copies.slice)"

/** What a renewal writes. */
export function openRenewalCopy(database: pg.Client): Promise<RowCopy> {
  return openRowCopy(database, {
    things: "select id from billing.payment_requests",
    agreements,
    tables: [
      ["billing", "payment_requests", "id in (select id from copies.slice)"],
      ["billing", "payment_request_lines", "request_id in (select id from copies.slice)"],
      ["billing", "subscriptions", "request_id in (select id from copies.slice)"],
      ["billing", "collecting_notes", `subscription_id in (${agreements})`],
      ["events", "events", "data->>'requestId' in (select id from copies.slice)"],
      ["audit", "entries", "subject_id in (select id from copies.slice)"],
    ],
  })
}
