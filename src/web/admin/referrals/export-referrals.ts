import type { ApiClient } from "../../api-context.ts"
import { amount, pages, type Rows } from "../export-rows.ts"
import { readReferralFilter } from "./referral-filter.ts"

export function exportReferrals(api: ApiClient, search: URLSearchParams): Rows {
  return pages(
    (page) => api.referrals.list({ ...page, ...readReferralFilter(search) }),
    ({ referrerGot, newcomerGot, ...one }) => ({
      id: one.id,
      referrerId: one.referrerId,
      referrerName: one.referrerName,
      accountId: one.accountId,
      accountName: one.accountName,
      state: one.state,
      because: one.because,
      reason: one.reason,
      invoiceId: one.invoiceId,
      referrerGot: referrerGot && amount(referrerGot),
      newcomerGot: newcomerGot && amount(newcomerGot),
      currency: newcomerGot?.currency ?? null,
      createdAt: one.createdAt,
      decidedAt: one.decidedAt,
    }),
  )
}
