import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { LiveRegion } from "../../ui/live-region.tsx"
import { OrderItems } from "../../ui/order-items.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { chosenMethod, PayForms } from "../../ui/pay-forms.tsx"
import { ProgressNow } from "../../ui/progress-now.tsx"
import { Amount, Moment } from "../../ui/texts.tsx"
import { listUsableMethods } from "../../ui/usable-methods.ts"
import {
  type BuildingService,
  isUnfinished,
  loadRequest,
  loadServices,
  standingOf,
} from "./order-standing.ts"
import { beginPayment } from "./place-order.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const order = await services.api.orders.get({ id: args.params["order"] ?? "" })
    const request = await loadRequest(services, order)
    const built = await loadServices(services, order)
    const standing = standingOf(
      order,
      request === null || request.state === "paid",
      built.map(({ service }) => service),
    )
    const isBuyer = services.me.role === "visitor"
    const methods = standing === "awaitingPayment" ? await listUsableMethods(services, order.accountId) : []
    const { fromCredit = null, left = order.total } = request ?? {}
    return {
      order,
      methods,
      fromCredit,
      left,
      standing,
      built,
      isBuyer,
      formKey: services.newKey(),
      withdrawKey: services.newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, intent }) => {
    const order = await services.api.orders.get({ id: args.params["order"] ?? "" })
    if (intent === "withdraw") {
      await services.withKey(key).orders.withdraw({ id: order.id })
      return redirect(`/orders/${order.id}`)
    }
    const { paymentRequestId } = order
    if (!paymentRequestId) return redirect(`/orders/${order.id}`)
    const attemptId = await beginPayment(services, paymentRequestId, key, chosenMethod(intent))
    return redirect(attemptId ? `/pay/${attemptId}` : `/orders/${order.id}`)
  })
}

export default function OrderPage() {
  const say = useWords(words)
  const { order, fromCredit, left, standing, built, isBuyer } = useLoaderData<typeof loader>()
  const followed = standing === "building" ? built.find(isUnfinished) : undefined
  const isPolled =
    standing === "settling" || standing === "attention" || (standing === "building" && !followed)
  return (
    <main id="content" className="mx-auto w-full max-w-2xl space-y-6 px-4 py-10">
      <PageHeader title={say("orderTitle", { number: order.number })} />
      <LiveRegion
        status={say(standing === "settling" && !order.paymentRequestId ? "trialBegins" : standing)}
        stream={followed ? `/api/v1/services/${followed.service.id}/progress` : null}
        pollMs={isPolled ? 2_000 : undefined}
      >
        {standing === "awaitingPayment" ? <PayAgain /> : null}
        {built.map((one) => (
          <Building key={one.service.id} {...one} />
        ))}
        {isBuyer ? <Banner tone="info">{say("confirmFirst")}</Banner> : null}
        {standing === "delivered" && built.length === 0 && !isBuyer ? (
          <ButtonLink to="/portal/services" isDocument>
            {say("toServices")}
          </ButtonLink>
        ) : null}
      </LiveRegion>
      {order.can.withdraw ? <Withdraw /> : null}
      <Card title={say("orderFacts")}>
        <FactList
          facts={[
            { label: say("items"), value: <OrderItems items={order.items} /> },
            { label: say("orderedAt"), value: <Moment at={order.createdAt} /> },
            { label: say("paidAt"), value: <Moment at={order.paidAt} /> },
            { label: say("total"), value: <Amount value={order.total} /> },
            ...(fromCredit && fromCredit.minor !== "0"
              ? [
                  { label: say("fromCredit"), value: <Amount value={fromCredit} /> },
                  { label: say("left"), value: <Amount value={left} /> },
                ]
              : []),
          ]}
        />
      </Card>
    </main>
  )
}

function PayAgain() {
  const { left, methods, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return <PayForms amount={left} {...{ methods, formKey, answer }} />
}

function Withdraw() {
  const say = useWords(words)
  const { withdrawKey } = useLoaderData<typeof loader>()
  return (
    <details className="text-sm">
      <summary className="text-accent w-fit cursor-pointer underline">{say("withdrawTitle")}</summary>
      <div className="mt-3 space-y-3">
        <p>{say("withdrawWhat")}</p>
        <PageForm intent="withdraw" formKey={withdrawKey} answer={useActionData<FormAnswer>()}>
          <SubmitButton look="danger">{say("withdraw")}</SubmitButton>
        </PageForm>
      </div>
    </details>
  )
}

function Building({ service, progress }: BuildingService) {
  const say = useWords(words)
  const { isBuyer } = useLoaderData<typeof loader>()
  const isTrouble = service.state === "needs_attention"
  return (
    <Card title={service.hostname}>
      {isTrouble ? <Banner tone="warn">{service.words}</Banner> : null}
      {progress ? (
        <ProgressNow
          label={say("buildingSteps", { hostname: service.hostname })}
          progress={isTrouble ? { ...progress, words: null } : progress}
          next={isTrouble ? undefined : say("stayOrLeave")}
        />
      ) : isTrouble ? null : (
        <p>{service.words}</p>
      )}
      {service.state === "active" && !isBuyer ? (
        <ButtonLink to={`/portal/services/${service.id}`} isDocument>
          {say("openService", { hostname: service.hostname })}
        </ButtonLink>
      ) : null}
    </Card>
  )
}

export { PageError as ErrorBoundary }
