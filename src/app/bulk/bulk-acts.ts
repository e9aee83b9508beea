import type { BulkAct, BulkActs } from "#desk"
import { closeOperations } from "./close-operations.ts"
import { endCoupons } from "./end-coupons.ts"
import { giveTag } from "./give-tag.ts"
import { mailInvoices } from "./mail-invoices.ts"
import { retryOperations } from "./retry-operations.ts"
import { suspendServices } from "./suspend-services.ts"
import { takeTag } from "./take-tag.ts"
import { unsuspendServices } from "./unsuspend-services.ts"
import { withdrawRequests } from "./withdraw-requests.ts"
import { writeOffInvoices } from "./write-off-invoices.ts"

const acts: readonly BulkAct[] = [
  retryOperations,
  closeOperations,
  mailInvoices,
  writeOffInvoices,
  withdrawRequests,
  suspendServices,
  unsuspendServices,
  endCoupons,
  giveTag,
  takeTag,
]

/** What can be done with many at once: each is what its page does with one, asked for by the same permission. */
export const bulkActs: BulkActs = new Map(acts.map((act) => [act.name, act]))
