import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { isApiProblem } from "../../api-problem.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { words as listWords } from "../../ui/billing.words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { chosenMethod, PayForms } from "../../ui/pay-forms.tsx"
import { PeriodText } from "../../ui/period-text.tsx"
import { StateBadge } from "../../ui/state-badge.tsx"
import { Sums } from "../../ui/sums.tsx"
import { Amount, Day } from "../../ui/texts.tsx"
import { listUsableMethods } from "../../ui/usable-methods.ts"
import { useRoot } from "../../use-root.ts"
import { actOnCredit, findSpendable, RequestCredit } from "./request-credit.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const request = await services.api.billing.paymentRequests.get({ id: args.params["request"] ?? "" })
    const isOpen = request.state === "open" || request.state === "billed"
    const methods = isOpen ? await listUsableMethods(services, request.accountId) : []
    const spendable = isOpen ? await findSpendable(services, request) : null
    return { request, methods, spendable, formKey: services.newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async (form) => {
    const { services, key, intent } = form
    const methodId = chosenMethod(intent)
    const id = args.params["request"] ?? ""
    try {
      if (await actOnCredit(form, id)) return redirect(`/portal/requests/${id}`)
      const attempt = await services.withKey(key).billing.paymentRequests.pay({
        id,
        ...(methodId ? { methodId } : {}),
      })
      // A page of the shop, with its own small script.
      return redirectDocument(`/pay/${attempt.id}`)
    } catch (error) {
      // Paid or taken back since the page was opened: it says so itself.
      if (isApiProblem(error) && error.code === "billing.request_not_open") {
        return redirect(`/portal/requests/${id}`)
      }
      throw error
    }
  })
}

export default function RequestPage() {
  const say = useWords(words)
  const sayList = useWords(listWords)
  const { request } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader
        title={say("requestTitle", { number: request.number })}
        up={{ to: "/portal/invoices", label: sayList("title") }}
        aside={<StateBadge kind="request" state={request.state} dueOn={request.dueOn} />}
      />
      {request.state === "open" || request.state === "billed" ? <Pay /> : <Settled />}
      <Card title={say("whatFor")}>
        <ul className="divide-line -my-1 divide-y">
          {request.lines.map((line) => (
            <li key={line.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
              <span className="min-w-0">
                <span className="block break-words">{line.words}</span>
                <span className="text-muted text-xs">
                  <PeriodText start={line.periodStart} end={line.periodEnd} />
                </span>
              </span>
              <Amount value={line.gross} />
            </li>
          ))}
        </ul>
        {request.purchaseOrder ? (
          <p className="text-muted text-sm break-words">
            {say("purchaseOrder")}: {request.purchaseOrder}
          </p>
        ) : null}
        <Sums of={request} />
        {request.note ? <p className="mt-4 break-words whitespace-pre-wrap">{request.note}</p> : null}
      </Card>
    </Main>
  )
}

function Pay() {
  const say = useWords(words)
  const sayList = useWords(listWords)
  const { request, methods, spendable, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const mayPay = useRoot()?.me.permissions.includes("billing.payment-requests.pay")
  return (
    <Card>
      <p className="flex flex-wrap items-center justify-between gap-3">
        <span>
          {say("payUntil")} <Day on={request.dueOn} />
        </span>
        {request.state === "open" ? (
          <ButtonLink to={`/requests/${request.id}/pdf`} look="secondary" isDocument>
            {sayList("download")}
          </ButtonLink>
        ) : null}
      </p>
      {request.late ? (
        <p>{say(request.late === "from_payment" ? "lateFromPayment" : "lateFromTheOldEnd")}</p>
      ) : null}
      {mayPay ? (
        <>
          <RequestCredit {...{ request, spendable, formKey, answer }} />
          <PayForms amount={request.left} {...{ methods, formKey, answer }} />
        </>
      ) : (
        <p className="text-muted text-sm">{say("mayNotPay")}</p>
      )}
    </Card>
  )
}

function Settled() {
  const say = useWords(words)
  const { request } = useLoaderData<typeof loader>()
  if (request.state !== "paid" || !request.invoiceId) return <Banner tone="info">{say("withdrawn")}</Banner>
  return (
    <Banner tone="good">
      <p className="mb-2">{say("paid")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="secondary" to={`/portal/invoices/${request.invoiceId}`}>
          {say("seeInvoice")}
        </ButtonLink>
        <ButtonLink look="secondary" to="/portal/services">
          {say("seeServices")}
        </ButtonLink>
      </div>
    </Banner>
  )
}

export { PageError as ErrorBoundary }
