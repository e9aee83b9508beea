import type { PageServices } from "../../api-context.ts"
import { isApiProblem } from "../../api-problem.ts"

export type Attempt = Awaited<ReturnType<PageServices["api"]["payments"]["attempts"]["get"]>>

/** Nobody knows yet what becomes of it. */
export function isLive({ state }: Attempt): boolean {
  return state === "created" || state === "waiting_for_payer" || state === "unknown"
}

/** The page of what it pays; undefined for someone who holds the link but is not signed in as its buyer. */
export async function findPaidPage({ api }: PageServices, attempt: Attempt): Promise<string | undefined> {
  try {
    const request = await api.billing.paymentRequests.get({ id: attempt.reference })
    return request.orderId ? `/orders/${request.orderId}` : `/portal/requests/${request.id}`
  } catch (error) {
    if (isApiProblem(error) && [401, 403, 404].includes(error.status)) return undefined
    throw error
  }
}
