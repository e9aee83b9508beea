import type { ReactNode } from "react"
import { Link } from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Amount, Day, Moment } from "../../ui/texts.tsx"
import type { Customer } from "./customer.ts"
import { words } from "./customer.words.ts"

type PageOf<List extends (...input: never[]) => Promise<unknown>> = Awaited<ReturnType<List>>

const link = "text-accent underline"

/** A few lines of a list, and the way to the whole of it. */
function Lines(props: {
  title: string
  empty: string
  to?: string | undefined
  isMore: boolean
  children: ReactNode[]
}) {
  const say = useWords(words)
  return (
    <Card title={props.title}>
      {props.children.length === 0 ? <p className="text-muted text-sm">{props.empty}</p> : null}
      <ul className="divide-line divide-y text-sm">{props.children}</ul>
      {props.isMore && props.to ? (
        <Link className={`${link} text-sm`} to={props.to}>
          {say("all")}
        </Link>
      ) : null}
    </Card>
  )
}

export interface BusinessProps {
  readonly customer: Customer
  readonly services: PageOf<ApiClient["provisioning"]["services"]["list"]> | null
  readonly orders: PageOf<ApiClient["orders"]["list"]> | null
  readonly invoices: PageOf<ApiClient["billing"]["invoices"]["list"]>["items"] | null
}

/** Each part only for those who may read it. */
export function CustomerBusiness({ customer, services, orders, invoices }: BusinessProps) {
  return (
    <>
      {services ? <Services page={services} customer={customer} /> : null}
      {orders ? <Orders page={orders} customer={customer} /> : null}
      {invoices ? <Invoices items={invoices} customer={customer} /> : null}
    </>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">{children}</li>
}

function Services({
  page,
  customer,
}: {
  page: PageOf<ApiClient["provisioning"]["services"]["list"]>
  customer: Customer
}) {
  const say = useWords(words)
  const language = useLanguage()
  return (
    <Lines
      title={say("services")}
      empty={say("noServices")}
      isMore={page.next !== null}
      to={`/admin/services?account=${customer.id}`}
    >
      {page.items.map((service) => (
        <Line key={service.id}>
          <Link className={`${link} break-all`} to={`/admin/services/${service.id}`}>
            {service.hostname}
          </Link>
          <StateBadge kind="service" state={service.state} />
          <span className="text-muted">{service.planName[language]}</span>
          <span className="text-muted break-all">{service.addresses.join(", ")}</span>
        </Line>
      ))}
    </Lines>
  )
}

function Orders({ page, customer }: { page: PageOf<ApiClient["orders"]["list"]>; customer: Customer }) {
  const say = useWords(words)
  return (
    <Lines
      title={say("orders")}
      empty={say("noOrders")}
      isMore={page.next !== null}
      to={`/admin/orders?account=${customer.id}`}
    >
      {page.items.map((order) => (
        <Line key={order.id}>
          <Link className={link} to={`/admin/orders/${order.id}`}>
            {order.number}
          </Link>
          <StateBadge kind="order" state={order.state} />
          <Amount value={order.total} />
          <span className="text-muted">
            <Moment at={order.createdAt} />
          </span>
        </Line>
      ))}
    </Lines>
  )
}

function Invoices({
  items,
  customer,
}: {
  items: PageOf<ApiClient["billing"]["invoices"]["list"]>["items"]
  customer: Customer
}) {
  const say = useWords(words)
  return (
    <Lines
      title={say("invoices")}
      empty={say("noInvoices")}
      isMore={items.length > 0}
      to={`/admin/invoices?account=${customer.id}`}
    >
      {items.map((invoice) => (
        <Line key={invoice.id}>
          <Link className={link} to={`/admin/invoices/${invoice.id}`}>
            {invoice.number}
          </Link>
          <StateBadge kind="invoice" state={invoice.standing} dueOn={invoice.dueOn} />
          <Amount value={invoice.total} />
          <span className="text-muted">
            <Day on={invoice.issuedOn} />
            {invoice.accountName === customer.name ? "" : ` · ${invoice.accountName}`}
          </span>
        </Line>
      ))}
    </Lines>
  )
}
