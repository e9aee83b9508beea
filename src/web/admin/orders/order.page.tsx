import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextareaField } from "../../ui/field.tsx"
import { Main } from "../../ui/main.tsx"
import { words } from "../../ui/order.words.ts"
import { OrderItems } from "../../ui/order-items.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Amount, Moment } from "../../ui/texts.tsx"
import { nameLinked } from "../name-linked.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const { api, newKey } = services
    const order = await api.orders.get({ id: args.params["order"] ?? "" })
    const names = await nameLinked(services, [order.invoiceId, ...order.serviceIds])
    return { order, names, approveKey: newKey(), rejectKey: newKey(), withdrawKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { orders } = services.withKey(key)
    const id = args.params["order"] ?? ""
    if (intent === "reject") await orders.reject({ id, reason: values["reason"] ?? "" })
    else if (intent === "withdraw") await orders.withdraw({ id })
    else await orders.approve({ id })
    return redirect(`/admin/orders/${id}`)
  })
}

export default function OrderPage() {
  const say = useWords(words)
  const { order, names } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("orderTitle", { number: order.number })}
        up={{ to: "/admin/orders", label: say("title") }}
        aside={
          <>
            <StateBadge kind="order" state={order.state} />
            {order.needsAttention ? <Badge tone="bad">{say("attention")}</Badge> : null}
          </>
        }
      />
      {order.can.approve || order.can.reject ? <Decide /> : null}
      {order.can.withdraw ? <Withdraw /> : null}
      <Card title={say("facts")}>
        <FactList
          facts={[
            {
              label: say("account"),
              value: (
                <Link className="text-accent underline" to={`/admin/customers/${order.accountId}`}>
                  {order.accountName}
                </Link>
              ),
            },
            { label: say("items"), value: <OrderItems items={order.items} /> },
            { label: say("total"), value: <Amount value={order.total} /> },
            { label: say("createdAt"), value: <Moment at={order.createdAt} /> },
            { label: say("paidAt"), value: <Moment at={order.paidAt} /> },
            {
              label: say("invoice"),
              value: order.invoiceId ? (
                <Link className="text-accent underline" to={`/admin/invoices/${order.invoiceId}`}>
                  {names[order.invoiceId] ?? say("open")}
                </Link>
              ) : (
                "–"
              ),
            },
            { label: say("services"), value: <Services ids={order.serviceIds} /> },
            ...(order.rejectReason ? [{ label: say("rejectedBecause"), value: order.rejectReason }] : []),
            {
              label: say("operations"),
              value: <Operations subjects={[order.id, ...order.serviceIds]} />,
            },
          ]}
        />
      </Card>
    </Main>
  )
}

/** Taking the order, and building each of its services: those are what a stuck one is found by. */
function Operations({ subjects }: { subjects: readonly string[] }) {
  const say = useWords(words)
  const { names } = useLoaderData<typeof loader>()
  return (
    <ul>
      {subjects.map((subject, index) => (
        <li key={subject}>
          <Link className="text-accent underline" to={`/admin/operations?subject=${subject}`}>
            {index === 0 ? say("ofOrder") : (names[subject] ?? say("ofService", { number: index }))}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Services({ ids }: { ids: readonly string[] }) {
  const say = useWords(words)
  const { names } = useLoaderData<typeof loader>()
  if (ids.length === 0) return "–"
  return (
    <ul>
      {ids.map((id, index) => (
        <li key={id}>
          <Link className="text-accent underline" to={`/admin/services/${id}`}>
            {names[id] ?? say("openService", { number: index + 1 })}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Decide() {
  const say = useWords(words)
  const { order, approveKey, rejectKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const number = order.number
  return (
    <Banner tone="warn">
      <p className="mb-3">{say(order.can.approve ? "held" : "undone")}</p>
      <div className="flex flex-wrap gap-2">
        {order.can.approve ? (
          <ConfirmDialog
            look="primary"
            label={say("approve")}
            title={say("approveTitle", { number })}
            consequence={say("approveWhat")}
            intent="approve"
            formKey={approveKey}
            answer={answer}
          />
        ) : null}
        {order.can.reject ? (
          <ConfirmDialog
            look="danger"
            label={say("reject")}
            title={say("rejectTitle", { number })}
            consequence={say("rejectWhat")}
            intent="reject"
            formKey={rejectKey}
            answer={answer}
          >
            <TextareaField
              name="reason"
              label={say("reason")}
              help={say("reasonHelp")}
              required
              maxLength={500}
            />
          </ConfirmDialog>
        ) : null}
      </div>
    </Banner>
  )
}

function Withdraw() {
  const say = useWords(words)
  const { order, withdrawKey } = useLoaderData<typeof loader>()
  return (
    <ConfirmDialog
      look="danger"
      label={say("withdraw")}
      title={say("withdrawTitle", { number: order.number })}
      consequence={say("withdrawWhat")}
      intent="withdraw"
      formKey={withdrawKey}
      answer={useActionData<FormAnswer>()}
    />
  )
}

export { PageError as ErrorBoundary }
