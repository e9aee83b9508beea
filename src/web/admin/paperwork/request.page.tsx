import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { shopDay } from "../../i18n/shop-day.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { AmountField } from "../../ui/amount-field.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { DateField } from "../../ui/date-field.tsx"
import { TextField } from "../../ui/field.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readAmount } from "../../ui/read-amount.ts"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Sums } from "../../ui/sums.tsx"
import { Amount, Day, Moment } from "../../ui/texts.tsx"
import { readCurrency } from "./read-lines.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey, now, shop }) => {
    const request = await api.billing.paymentRequests.get({ id: args.params["request"] ?? "" })
    const may = (permission: string) => me.permissions.includes(permission)
    const isToPay = request.state === "open" || request.state === "billed"
    return {
      request,
      customer: await api.customers.get({ id: request.accountId }),
      invoice:
        request.invoiceId && may("billing.invoices.read")
          ? await api.billing.invoices.get({ id: request.invoiceId })
          : null,
      mayWithdraw: request.state === "open" && may("billing.payment-requests.write"),
      mayRecord: isToPay && may("billing.payment-requests.record"),
      formKey: newKey(),
      today: shopDay({ shop, now }),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values, intent }) => {
    const id = args.params["request"] ?? ""
    const { paymentRequests } = services.withKey(key).billing
    if (intent === "withdraw") await paymentRequests.withdraw({ id, reason: values["reason"] ?? "" })
    if (intent === "record") {
      const currency = readCurrency(values)
      await paymentRequests.recordTransfer({
        id,
        // What is no amount goes as none, and the API says no at its field.
        amount: readAmount(values["amount"] ?? "", currency) ?? { minor: "0", currency },
        receivedOn: values["receivedOn"] ?? "",
        reference: values["reference"] ?? "",
      })
    }
    return redirect(`/admin/requests/${id}`)
  })
}

export default function RequestPage() {
  const say = useWords(words)
  const { request } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={request.number}
        up={{ to: "/admin/requests", label: say("title") }}
        aside={<StateBadge kind="request" state={request.state} dueOn={request.dueOn} />}
      />
      <Acts />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Facts />
        <Lines />
      </div>
    </Main>
  )
}

function Acts() {
  const say = useWords(words)
  const { request, mayRecord, mayWithdraw, formKey, today } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <div className="flex flex-wrap gap-2">
      {request.state === "open" ? (
        <ButtonLink to={`/requests/${request.id}/pdf`} look="secondary" isDocument>
          {say("pdf")}
        </ButtonLink>
      ) : null}
      {mayRecord ? (
        <ConfirmDialog
          label={say("record")}
          title={say("recordTitle")}
          consequence={say("recordWhat")}
          intent="record"
          {...{ formKey, answer }}
        >
          <input type="hidden" name="currency" value={request.left.currency} />
          <AmountField
            name="amount"
            label={say("amount")}
            currency={request.left.currency}
            defaultValue={request.left}
            required
          />
          <DateField name="receivedOn" label={say("receivedOn")} defaultValue={today} max={today} required />
          <TextField
            name="reference"
            label={say("reference")}
            help={say("referenceHelp")}
            required
            maxLength={80}
          />
        </ConfirmDialog>
      ) : null}
      {mayWithdraw ? (
        <ConfirmDialog
          label={say("withdraw")}
          title={say("withdrawTitle")}
          consequence={say("withdrawWhat")}
          intent="withdraw"
          {...{ formKey, answer }}
        >
          <TextField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={300} />
        </ConfirmDialog>
      ) : null}
    </div>
  )
}

function Facts() {
  const say = useWords(words)
  const { request, customer, invoice } = useLoaderData<typeof loader>()
  const link = (to: string, text: string) => (
    <Link className="text-accent underline" to={to}>
      {text}
    </Link>
  )
  return (
    <Card title={say("facts")}>
      <FactList
        facts={[
          { label: say("account"), value: link(`/admin/customers/${customer.id}`, customer.name) },
          { label: say("purpose"), value: say(`purpose.${request.purpose}`) },
          { label: say("madeAt"), value: <Moment at={request.createdAt} /> },
          { label: say("dueOn"), value: <Day on={request.dueOn} /> },
          { label: say("left"), value: <Amount value={request.left} /> },
          ...(request.purchaseOrder ? [{ label: say("purchaseOrder"), value: request.purchaseOrder }] : []),
          ...(request.note
            ? [{ label: say("note"), value: <span className="whitespace-pre-wrap">{request.note}</span> }]
            : []),
          ...(invoice
            ? [{ label: say("invoice"), value: link(`/admin/invoices/${invoice.id}`, invoice.number) }]
            : []),
        ]}
      />
    </Card>
  )
}

function Lines() {
  const say = useWords(words)
  const { request } = useLoaderData<typeof loader>()
  return (
    <Card title={say("lines")}>
      <ul className="divide-line -my-1 divide-y text-sm">
        {request.lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 break-words">{line.words}</span>
            <Amount value={line.gross} />
          </li>
        ))}
      </ul>
      <Sums of={request} />
    </Card>
  )
}

export { PageError as ErrorBoundary }
