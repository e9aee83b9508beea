import type { ApiClient } from "../../api-context.ts"

/** As many of each as one can take in; the list behind has the rest. */
const most = 5

/** What only a person can move on, kind by kind, as far as this reader may see it. */
export async function loadWaiting(api: ApiClient, may: (permission: string) => boolean) {
  const page = { limit: most }
  const [stuck, held, broken, findings, unpaid, run] = await Promise.all([
    may("operations.read") ? api.operations.list({ ...page, state: ["stuck"] }) : none,
    may("orders.read") ? api.orders.list({ ...page, state: "awaiting_approval" }) : none,
    may("provisioning.services.read")
      ? api.provisioning.services.list({ ...page, state: "needs_attention" })
      : none,
    may("payments.findings.read") ? api.payments.findings.list({ limit: 25, isOpen: true }) : none,
    may("orders.read") ? api.orders.list({ limit: 25, state: "awaiting_payment" }) : none,
    may("billing.renewal-run.read") ? api.billing.renewalRun.held() : null,
  ])
  return {
    tasks: [
      ...(run?.heldOn
        ? [{ kind: "run" as const, to: "/admin/subscriptions/run", title: run.heldOn, about: "" }]
        : []),
      ...stuck.items.map(({ id, title, trouble, why }) => ({
        kind: "stuck" as const,
        to: `/admin/operations/${id}`,
        title,
        about: [trouble?.says, why].filter(Boolean).join(" "),
      })),
      ...held.items.map(({ id, number, accountName }) => ({
        kind: "approve" as const,
        to: `/admin/orders/${id}`,
        title: number,
        about: accountName,
      })),
      ...broken.items.map(({ id, hostname, accountName }) => ({
        kind: "attention" as const,
        to: `/admin/services/${id}`,
        title: hostname,
        about: accountName,
      })),
    ],
    findings: findings.items.length,
    unpaid: { count: unpaid.items.length, isMore: unpaid.next !== null },
  }
}

const none = { items: [], next: null } as const
