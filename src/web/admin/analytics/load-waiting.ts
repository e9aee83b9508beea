import type { EuSales } from "#billing/contract"
import type { PageServices } from "../../api-context.ts"

/** As many of each as one can take in; the list behind has the rest. */
const most = 5

/** What only a person can move on, kind by kind, as far as this reader may see it. */
export async function loadWaiting({ api, me, now, shop }: Asked) {
  const may = (permission: string) => me.permissions.includes(permission)
  const page = { limit: most }
  const today = startOfDay(now, shop.timeZone)
  const [stuck, held, broken, findings, unpaid, run, mails, declined, eu] = await Promise.all([
    may("operations.read") ? api.operations.list({ ...page, state: ["stuck"] }) : none,
    may("orders.read") ? api.orders.list({ ...page, state: "awaiting_approval" }) : none,
    may("provisioning.services.read")
      ? api.provisioning.services.list({ ...page, state: "needs_attention" })
      : none,
    may("payments.findings.read") ? api.payments.findings.list({ limit: 25, isOpen: true }) : none,
    may("orders.read") ? api.orders.list({ limit: 25, state: "awaiting_payment" }) : none,
    may("billing.renewal-run.read") ? api.billing.renewalRun.held() : null,
    may("notifications.messages.read")
      ? api.notifications.messages.list({ limit: mostOfToday, state: "failed" })
      : none,
    may("payments.attempts.read") && may("billing.payment-requests.read")
      ? api.payments.attempts.list({ limit: mostOfToday, state: "declined" })
      : none,
    may("billing.tax-report.read") ? api.billing.taxReport.euSales() : null,
  ])
  return {
    tasks: [
      ...(run?.heldOn
        ? [{ kind: "run" as const, to: "/admin/subscriptions/run", title: run.heldOn, about: "" }]
        : []),
      ...euTasks(eu?.sales ?? null),
      ...stuck.items.map(({ id, title, trouble, why }) => ({
        kind: "stuck" as const,
        to: `/admin/operations/${id}`,
        title,
        about: trouble?.says ?? why,
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
    today: [
      { kind: "mails" as const, to: "/admin/mails?state=failed", ...since(today, mails) },
      { kind: "declined" as const, ...declinedSince(today, declined) },
    ].filter(({ count }) => count > 0),
    findings: findings.items.length,
    unpaid: { count: unpaid.items.length, isMore: unpaid.next !== null },
  }
}

/** Near the limit of sales to other EU countries, or past it: somebody has to register. */
function euTasks(sales: EuSales | null) {
  if (!sales || sales.standing === "below" || sales.standing === "by_oss") return []
  const kind = sales.standing === "near" ? ("euNear" as const) : ("euPassed" as const)
  return [{ kind, to: "/admin/ledger/tax?period=" + sales.year, title: `${sales.percent} %`, about: "" }]
}

const none = { items: [], next: null } as const

type Asked = Pick<PageServices, "api" | "me" | "now" | "shop">

/** More of one day than this is "so many or more". */
const mostOfToday = 50

interface Listed<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** The list is the newest first: where its last line is of today too, there may be more. */
function since(today: Temporal.Instant, { items, next }: Listed<{ readonly createdAt: string }>) {
  const count = items.filter((one) => isSince(today, one)).length
  return { count, isMore: next !== null && count === items.length }
}

/** However often it was tried: one for each request. A single one is led to; of several, to all that are open. */
function declinedSince(
  today: Temporal.Instant,
  declined: Listed<{ readonly createdAt: string; readonly reference: string }>,
) {
  const { isMore } = since(today, declined)
  const requests = new Set(
    declined.items.filter((one) => isSince(today, one)).map(({ reference }) => reference),
  )
  const [first] = requests
  return {
    to: requests.size === 1 ? `/admin/requests/${first}` : "/admin/requests?state=open",
    count: requests.size,
    isMore,
  }
}

function isSince(today: Temporal.Instant, { createdAt }: { readonly createdAt: string }): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(createdAt), today) >= 0
}

function startOfDay(now: string, timeZone: string): Temporal.Instant {
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).startOfDay().toInstant()
}
