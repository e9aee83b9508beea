import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/subscription.words.ts"
import { SubscriptionBadge } from "../../ui/subscription-badge.tsx"
import { SubscriptionFacts } from "../../ui/subscription-facts.tsx"
import { useRoot } from "../../use-root.ts"
import { CancelCard } from "./cancel-card.tsx"
import { ExtendCard } from "./extend-card.tsx"
import { readCancellation } from "./read-cancellation.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const CollectionCard = lazy(() =>
  import("./collection-card.tsx").then((module) => ({ default: module.CollectionCard })),
)
const PauseCard = lazy(() => import("./pause-card.tsx").then((module) => ({ default: module.PauseCard })))
const PauseStanding = lazy(() =>
  import("./pause-standing.tsx").then((module) => ({ default: module.PauseStanding })),
)
const TrialStanding = lazy(() =>
  import("./trial-standing.tsx").then((module) => ({ default: module.TrialStanding })),
)

const MonthOfUse = lazy(() =>
  import("../../ui/month-of-use.tsx").then((module) => ({ default: module.MonthOfUse })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => {
    const { subscriptions } = api.billing
    const id = args.params["subscription"] ?? ""
    const subscription = await subscriptions.get({ id })
    const upcoming = subscription.can.extend
      ? await subscriptions.upcoming({ accountId: subscription.accountId })
      : { items: [] }
    const mayChoose = subscription.can.extend && me.permissions.includes("payments.methods.read")
    const methods = mayChoose
      ? await api.payments.methods.list({ accountId: subscription.accountId, limit: 100 })
      : { items: [] }
    const isAsked = subscription.can.cancel && me.permissions.includes("orders.stay-offers.take")
    const { offer } = isAsked ? await api.orders.stayOffers.get({ id }) : { offer: null }
    const charges = upcoming.items.filter((charge) => charge.subscriptionId === id)
    const keys = {
      extendKey: newKey(),
      cancelKey: newKey(),
      keepKey: newKey(),
      collectionKey: newKey(),
      pauseKey: newKey(),
      stayKey: newKey(),
    }
    const month = me.permissions.includes("usage.records.read") ? await api.usage.months.get({ id }) : null
    return { subscription, month, offer, charges, methods: methods.items, ...keys }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { subscriptions } = services.withKey(key).billing
    const id = args.params["subscription"] ?? ""
    if (intent === "extend") {
      const { paymentRequestId } = await subscriptions.extend({ id, cycles: Number(values["cycles"]) })
      return redirect(`/portal/requests/${paymentRequestId}`)
    }
    if (intent === "cancel") await subscriptions.cancel({ id, ...readCancellation(values) })
    if (intent === "collection") {
      const methodId = values["methodId"]
      await subscriptions.chooseCollection(
        methodId ? { id, collection: "automatic", methodId } : { id, collection: "manual" },
      )
    }
    if (intent === "pause") await subscriptions.pause({ id, until: values["until"] ?? "" })
    if (intent === "resume") await subscriptions.resume({ id })
    if (intent === "stay") {
      const until = values["until"]
      const taken = await services.withKey(key).orders.stayOffers.take({ id, ...(until ? { until } : {}) })
      if (taken.kind === "cheaper_plan") return redirect(`/portal/services/${taken.serviceId}/plan`)
    }
    if (intent === "keep") await subscriptions.keep({ id })
    return redirect(`/portal/subscriptions/${id}`)
  })
}

export default function SubscriptionPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { subscription, month, offer, charges, methods, ...keys } = useLoaderData<typeof loader>()
  const { extendKey, cancelKey, collectionKey, pauseKey, stayKey } = keys
  const answer = useActionData<FormAnswer>()
  const permissions = useRoot()?.me.permissions ?? []
  const mayExtend = subscription.can.extend && permissions.includes("billing.subscriptions.extend")
  const isAfterPause = subscription.pauseUntil !== null && !subscription.isPaidBeyondPause
  const mayEnd = permissions.includes("billing.subscriptions.cancel")
  const mayCancel = subscription.can.cancel && mayEnd
  return (
    <Main>
      <PageHeader
        title={subscription.words[language]}
        up={{ to: "/portal/subscriptions", label: say("title") }}
        aside={<SubscriptionBadge subscription={subscription} />}
      />
      <Standing />
      <SubscriptionFacts subscription={subscription} area="portal" />
      {month && month.meters.length > 0 ? <MonthOfUse month={month} /> : null}
      {subscription.endedAt || subscription.subject === subscription.id ? null : (
        <p className="flex flex-wrap gap-2">
          <ButtonLink to={`/portal/services/${subscription.subject}/plan`} look="secondary">
            {say("changePlan")}
          </ButtonLink>
          <ButtonLink to={`/portal/services/${subscription.subject}/refund`} look="secondary">
            {say("seeRefund")}
          </ButtonLink>
        </p>
      )}
      {subscription.can.quantity && permissions.includes("billing.subscriptions.extend") ? (
        <p>
          <ButtonLink to={`/portal/subscriptions/${subscription.id}/quantity`} look="secondary">
            {say("changeQuantity")}
          </ButtonLink>
        </p>
      ) : null}
      {mayExtend ? (
        <ExtendCard {...{ cycle: subscription.cycle, charges, isAfterPause, formKey: extendKey, answer }} />
      ) : null}
      {mayExtend ? <CollectionCard {...{ subscription, methods, formKey: collectionKey, answer }} /> : null}
      {subscription.can.pause && mayEnd ? (
        <PauseCard {...{ subscription, formKey: pauseKey, answer }} />
      ) : null}
      {mayCancel ? <CancelCard {...{ subscription, formKey: cancelKey, offer, stayKey, answer }} /> : null}
    </Main>
  )
}

/** What stands against it, and the one thing to do about it. */
function Standing() {
  const say = useWords(words)
  const language = useLanguage()
  const { subscription, keepKey, pauseKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (subscription.endedAt) return <Banner tone="info">{say("ended")}</Banner>
  if (subscription.can.keep) {
    const day = subscription.lastDay ? formatDay(subscription.lastDay, language) : ""
    return (
      <Banner tone="warn">
        <p className="mb-3">{say("leavingBanner", { day })}</p>
        <PageForm intent="keep" formKey={keepKey} answer={answer}>
          <SubmitButton look="secondary">{say("keep")}</SubmitButton>
        </PageForm>
      </Banner>
    )
  }
  if (subscription.trial) return <TrialStanding subscription={subscription} />
  if (subscription.pauseUntil && subscription.state !== "suspended") {
    return <PauseStanding {...{ subscription, formKey: pauseKey, answer }} />
  }
  const state = subscription.state === "past_due" ? "overdue" : subscription.state
  const word = state === "overdue" || state === "suspended" ? state : "asked"
  if (word === "asked" && !subscription.paymentRequestId) return null
  return (
    <Banner tone={word === "asked" ? "info" : "bad"}>
      <p>{say(word)}</p>
      {subscription.paymentRequestId ? (
        <ButtonLink className="mt-3" to={`/portal/requests/${subscription.paymentRequestId}`}>
          {say("toRequest")}
        </ButtonLink>
      ) : null}
    </Banner>
  )
}

export { PageError as ErrorBoundary }
