import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { Icon, type IconName } from "../../ui/icon.tsx"
import { LastDay } from "../../ui/last-day.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Amount, Breakable, Day } from "../../ui/texts.tsx"
import { useStanding } from "../../ui/use-standing.ts"
import { useRoot } from "../../use-root.ts"
import { NoticeLine } from "../notices/notice-line.tsx"
import { nextCharge } from "./next-charge.ts"
import { NextChargeCard } from "./next-charge-card.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me }) => {
    const may = (permission: string) => me.permissions.includes(permission)
    const [services, due, subscriptions, upcoming, invoices, notices, requests, quotes] = await Promise.all([
      api.provisioning.services.list({ limit: 6 }),
      may("orders.read") ? api.orders.list({ limit: 5, state: "awaiting_payment" }) : null,
      may("billing.subscriptions.read") ? api.billing.subscriptions.list({ limit: 50 }) : null,
      may("billing.subscriptions.read") ? api.billing.subscriptions.upcoming({}) : null,
      may("billing.invoices.read") ? api.billing.invoices.list({ limit: 4 }) : null,
      may("notices.own.read") ? api.notices.own.list({ limit: 3 }) : null,
      may("billing.payment-requests.read")
        ? api.billing.paymentRequests.list({ limit: 5, state: "open", purpose: "manual" })
        : null,
      may("paperwork.quotes.read") ? api.paperwork.quotes.list({ limit: 5, state: "sent" }) : null,
    ])
    const asked = (subscriptions?.items ?? []).filter((one) => one.paymentRequestId !== null)
    return {
      services: services.items,
      due: due?.items ?? [],
      asked,
      next: nextCharge(upcoming?.items ?? [], new Set(asked.map(({ id }) => id))),
      invoices: invoices?.items ?? null,
      notices: notices?.items ?? [],
      papers: [
        ...(requests?.items ?? []).map(({ id, number, total, dueOn }) => ({
          to: `/portal/requests/${id}`,
          number,
          total,
          until: dueOn,
          act: "pay" as const,
        })),
        ...(quotes?.items ?? []).map(({ id, number, total, validUntil }) => ({
          to: `/portal/quotes/${id}`,
          number,
          total,
          until: validUntil,
          act: "answer" as const,
        })),
      ],
    }
  })
}

type Shown = Awaited<ReturnType<typeof loader>>

/** What is running, what is to be paid, and where people mostly want to go. */
export default function OverviewPage() {
  const say = useWords(words)
  const { services, due, asked, next, papers, invoices, notices } = useLoaderData<typeof loader>()
  const name = useRoot()?.me.person?.name
  useStanding(services)
  return (
    <Main>
      <PageHeader title={say("title")}>{name ? say("hello", { name }) : null}</PageHeader>
      <Due orders={due} />
      <Asked subscriptions={asked} />
      <Papers papers={papers} />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="space-y-4">
          <Services services={services} />
          <Notices notices={notices} />
        </div>
        <div className="space-y-4">
          {next ? <NextChargeCard next={next} /> : null}
          <QuickActions />
          {invoices ? <Invoices invoices={invoices} /> : null}
        </div>
      </div>
    </Main>
  )
}

/** Requests and quotes that staff wrote for this customer. */
function Papers({ papers }: { papers: Shown["papers"] }) {
  const say = useWords(words)
  if (papers.length === 0) return null
  return (
    <Banner tone="info">
      <p className="font-semibold">{say("papers")}</p>
      <ul className="divide-line divide-y">
        {papers.map(({ to, number, total, until, act }) => (
          <li key={to} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 grow break-words">
              {number}{" "}
              <span className="text-muted text-xs">
                {say(act === "pay" ? "dueOn" : "validUntil")} <Day on={until} />
              </span>
            </span>
            <span className="font-medium">
              <Amount value={total} />
            </span>
            <ButtonLink to={to} size="small">
              {say(act)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function Due({ orders }: { orders: Shown["due"] }) {
  const say = useWords(words)
  if (orders.length === 0) return null
  return (
    <Banner tone="warn">
      <p className="font-semibold">{say("toPay")}</p>
      <ul className="divide-line divide-y">
        {orders.map((order) => (
          <li key={order.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 grow break-words">
              <Breakable text={order.items.map((item) => item.hostname).join(", ")} />
              <span className="text-muted ms-2 text-xs">{order.number}</span>
            </span>
            <span className="font-medium">
              <Amount value={order.total} />
            </span>
            <ButtonLink size="small" to={`/orders/${order.id}`} isDocument>
              {say("pay")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** What is asked for to go on: one line a request, however many it is for. */
function Asked({ subscriptions }: { subscriptions: Shown["asked"] }) {
  const say = useWords(words)
  const language = useLanguage()
  if (subscriptions.length === 0) return null
  const requests = [...Map.groupBy(subscriptions, (one) => one.paymentRequestId ?? "")]
  return (
    <Banner tone={subscriptions.some((one) => (one.daysLeft ?? 0) < 0) ? "bad" : "info"}>
      <p className="font-semibold">{say("toExtend")}</p>
      <ul className="divide-line divide-y">
        {requests.map(([id, ofRequest]) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 grow break-words">
              <Breakable text={ofRequest.map((one) => one.words[language]).join(", ")} />{" "}
              <span className="inline-flex flex-wrap items-baseline gap-x-1">
                {say((ofRequest[0]?.daysLeft ?? 0) < 0 ? "endedOn" : "endsOn")}{" "}
                <LastDay on={ofRequest[0]?.lastDay ?? null} daysLeft={ofRequest[0]?.daysLeft ?? null} />
              </span>
            </span>
            <ButtonLink size="small" to={`/portal/requests/${id}`}>
              {say("pay")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function More({ to }: { to: string }) {
  const say = useWords(words)
  return (
    <Link className="text-accent text-sm underline" to={to}>
      {say("more")}
    </Link>
  )
}

function Services({ services }: { services: Shown["services"] }) {
  const say = useWords(words)
  const language = useLanguage()
  if (services.length === 0) {
    return (
      <EmptyState icon="service" title={say("noServices")}>
        <p className="pb-3">{say("noServicesHelp")}</p>
        <ButtonLink to="/" isDocument>
          {say("buy")}
        </ButtonLink>
      </EmptyState>
    )
  }
  return (
    <Card title={say("services")} aside={<More to="/portal/services" />}>
      <ul className="divide-line -mx-2 -my-1 divide-y">
        {services.map((service) => (
          <li
            key={service.id}
            className="hover:bg-raised rounded-box relative flex flex-wrap items-center gap-x-4 gap-y-1 px-2 py-3"
          >
            <Icon name="service" className="text-muted size-5" />
            <div className="min-w-0 grow">
              <Link
                to={`/portal/services/${service.id}`}
                className="font-medium break-words no-underline after:absolute after:inset-0"
              >
                <Breakable text={service.hostname} />
              </Link>
              <p className="text-muted text-xs">
                {[service.planName[language], ...service.addresses].join(" · ")}
              </p>
            </div>
            <StateBadge kind="service" state={service.state} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The newest, with how they begin. */
function Notices({ notices }: { notices: Shown["notices"] }) {
  const say = useWords(words)
  if (notices.length === 0) return null
  return (
    <Card title={say("notices")} aside={<More to="/portal/notices" />}>
      <ul className="divide-line -my-1 divide-y">
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
    </Card>
  )
}

function Invoices({ invoices }: { invoices: NonNullable<Shown["invoices"]> }) {
  const say = useWords(words)
  return (
    <Card title={say("invoices")} aside={<More to="/portal/invoices" />}>
      {invoices.length === 0 ? <p className="text-muted">{say("noInvoices")}</p> : null}
      <ul className="divide-line -my-1 divide-y">
        {invoices.map((invoice) => (
          <li key={invoice.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <Link className="text-accent underline" to={`/portal/invoices/${invoice.id}`}>
              {invoice.number}
            </Link>
            <span className="text-muted text-xs">
              <Day on={invoice.issuedOn} />
            </span>
            <span className="flex items-center gap-3">
              <StateBadge kind="invoice" state={invoice.standing} dueOn={invoice.dueOn} />
              <Amount value={invoice.total} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const actions = [
  { word: "order", to: "/", icon: "plus", isDocument: true },
  { word: "profile", to: "/portal/profile", icon: "card", isDocument: false },
  { word: "invite", to: "/portal/team", icon: "team", isDocument: false },
  { word: "security", to: "/portal/security", icon: "lock", isDocument: false },
] as const satisfies readonly { word: string; to: string; icon: IconName; isDocument: boolean }[]

function QuickActions() {
  const say = useWords(words)
  return (
    <Card title={say("quick")}>
      <ul className="-mx-2 -my-1">
        {actions.map(({ word, to, icon, isDocument }) => (
          <li key={to}>
            <Link
              to={to}
              reloadDocument={isDocument}
              className="rounded-box hover:bg-raised flex min-h-10 items-center gap-3 px-2 no-underline"
            >
              <Icon name={icon} className="text-accent size-4.5" />
              <span className="grow">{say(word)}</span>
              <Icon name="next" className="text-muted size-4 rtl:rotate-180" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export { PageError as ErrorBoundary }
