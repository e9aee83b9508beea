import type { PageServices } from "../../api-context.ts"
import { isApiProblem } from "../../api-problem.ts"
import { firstOfStream } from "../../first-of-stream.ts"
import { endStates, type Progress } from "../../ui/progress.ts"

export type Order = Awaited<ReturnType<PageServices["api"]["orders"]["get"]>>
export type Service = Awaited<ReturnType<PageServices["api"]["provisioning"]["services"]["get"]>>

export interface BuildingService {
  readonly service: Service
  readonly progress: Progress | null
}

export type Standing =
  | "awaitingPayment"
  | "settling"
  | "awaitingApproval"
  | "building"
  | "attention"
  | "delivered"
  | "rejected"
  | "withdrawn"

/** Where an order stands, said honestly: paid and not yet begun is neither unpaid nor being built. */
export function standingOf(order: Order, isPaid: boolean, services: readonly Service[]): Standing {
  if (order.state === "awaiting_payment") return isPaid ? "settling" : "awaitingPayment"
  if (order.state === "awaiting_approval") return "awaitingApproval"
  if (order.state === "rejected" || order.state === "withdrawn") return order.state
  if (order.needsAttention || services.some((service) => service.state === "needs_attention"))
    return "attention"
  if (
    order.state === "delivered" ||
    (services.length > 0 && services.every((one) => one.state === "active"))
  ) {
    return "delivered"
  }
  return services.length === 0 ? "settling" : "building"
}

/** What is asked for, while the order waits for it: the money may have come although the order hasn't heard of it. */
export async function loadRequest({ api }: PageServices, order: Order) {
  if (order.state !== "awaiting_payment" || !order.paymentRequestId) return null
  return api.billing.paymentRequests.get({ id: order.paymentRequestId })
}

/** At most ten machines of an order are followed on its page; the portal lists all. */
export function loadServices(services: PageServices, order: Order): Promise<BuildingService[]> {
  return Promise.all(order.serviceIds.slice(0, 10).map((id) => loadService(services, id)))
}

async function loadService({ api }: PageServices, id: string): Promise<BuildingService> {
  const service = await api.provisioning.services.get({ id })
  const isFollowed = service.state === "building" || service.state === "needs_attention"
  return { service, progress: isFollowed ? await loadProgress({ api }, id) : null }
}

/** The steps are an extra: without them the page still says where the service stands. */
export async function loadProgress({ api }: Pick<PageServices, "api">, id: string): Promise<Progress | null> {
  try {
    return await firstOfStream((signal) => api.provisioning.services.progress({ id }, { signal }))
  } catch (error) {
    if (isApiProblem(error) && (error.status === 404 || error.status === 403)) return null
    throw error
  }
}

export function isUnfinished({ service, progress }: BuildingService): boolean {
  return service.state === "building" && !(progress && endStates.has(progress.state))
}
