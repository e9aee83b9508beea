import { Link } from "react-router"
import type { ApiClient } from "../api-context.ts"
import { formatAmount } from "../i18n/format.ts"
import type { Say } from "../i18n/say.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { Card, FactList } from "./card.tsx"
import { LastDay } from "./last-day.tsx"
import { words } from "./subscription.words.ts"
import { Amount, Day } from "./texts.tsx"

export type SubscriptionDetail = Awaited<ReturnType<ApiClient["billing"]["subscriptions"]["get"]>>
/** As lists have it. */
export type SubscriptionView = Omit<SubscriptionDetail, "paidTotal">

export interface SubscriptionFactsProps {
  readonly subscription: SubscriptionDetail
  readonly area: "portal" | "admin"
  /** What the things that it leads to are called, by their ids. */
  readonly names?: Readonly<Record<string, string>>
}

export function SubscriptionFacts({ subscription, area, names = {} }: SubscriptionFactsProps) {
  const say = useWords(words)
  const language = useLanguage()
  const { subject, orderId, accountId } = subscription
  const isAdmin = area === "admin"
  const link = (to: string, text: string) => (
    <Link className="text-accent break-words underline" to={to}>
      {text}
    </Link>
  )
  const orderLink = (id: string) => link(`/admin/orders/${id}`, names[id] ?? say("open"))
  return (
    <Card title={say("facts")}>
      <FactList
        facts={[
          ...(isAdmin
            ? [
                {
                  label: say("account"),
                  value: link(`/admin/customers/${accountId}`, subscription.accountName || accountId),
                },
              ]
            : []),
          ...timeFacts(say, subscription),
          ...priceFacts(say, subscription),
          {
            label: say("nextRequest"),
            value: subscription.nextRequestOn ? (
              <Day on={subscription.nextRequestOn} />
            ) : (
              <Asked subscription={subscription} area={area} />
            ),
          },
          { label: say("collection"), value: say(subscription.collection) },
          {
            label: say(subscription.state === "trialing" ? "paidFrom" : "since"),
            value: <Day on={subscription.anchorOn} />,
          },
          ...(subject === subscription.id
            ? []
            : [
                {
                  label: say("service"),
                  value: link(`/${area}/services/${subject}`, names[subject] ?? subscription.words[language]),
                },
              ]),
          ...wordFacts(say, subscription, isAdmin),
          ...(isAdmin && orderId ? [{ label: say("order"), value: orderLink(orderId) }] : []),
        ]}
      />
    </Card>
  )
}

function timeFacts(say: Say<(typeof words)["en"]>, subscription: SubscriptionDetail) {
  return [
    {
      label: say("lastDay"),
      value: (
        <LastDay on={subscription.lastDay} daysLeft={subscription.daysLeft} endedAt={subscription.endedAt} />
      ),
    },
    ...(subscription.trial?.lastDay
      ? [{ label: say("trial"), value: <TrialEnd trial={subscription.trial} /> }]
      : []),
    ...(subscription.startsOn ? [{ label: say("startsOn"), value: <Day on={subscription.startsOn} /> }] : []),
    ...(subscription.freeUntil
      ? [{ label: say("freeUntil"), value: <Day on={subscription.freeUntil} /> }]
      : []),
  ]
}

function priceFacts(say: Say<(typeof words)["en"]>, subscription: SubscriptionDetail) {
  const { parts, paidTotal } = subscription
  return [
    ...quantityFacts(say, subscription),
    { label: say("price"), value: <Price subscription={subscription} /> },
    ...(parts.length > 0 ? [{ label: say("parts"), value: <Parts subscription={subscription} /> }] : []),
    ...(paidTotal ? [{ label: say("paidTotal"), value: <Amount value={paidTotal} /> }] : []),
  ]
}

/** Of what is agreed on by the piece: so many now, and from the next time on. */
function quantityFacts(say: Say<(typeof words)["en"]>, subscription: SubscriptionDetail) {
  const { subject, id, quantity, quantityNow, quantityFrom } = subscription
  if (subject !== id) return []
  const value = quantityFrom ? (
    <>
      {quantityNow} {say("quantityNext", { quantity })} <Day on={quantityFrom} />
    </>
  ) : (
    quantityNow
  )
  return [{ label: say("quantity"), value }]
}

/** What somebody said about it. */
function wordFacts(say: Say<(typeof words)["en"]>, subscription: SubscriptionDetail, isAdmin: boolean) {
  const { purchaseOrder, memo, cancelReason, cancelComment } = subscription
  return [
    ...(isAdmin && (cancelReason || cancelComment)
      ? [{ label: say("because"), value: <Because subscription={subscription} /> }]
      : []),
    ...(purchaseOrder ? [{ label: say("purchaseOrder"), value: purchaseOrder }] : []),
    ...(isAdmin && memo ? [{ label: say("memo"), value: <Memo memo={memo} /> }] : []),
  ]
}

/** With whose word it is that it takes longer than the plan's own. */
function TrialEnd({ trial: { lastDay, longer } }: { trial: NonNullable<SubscriptionView["trial"]> }) {
  const say = useWords(words)
  return (
    <>
      <Day on={lastDay} /> {longer ? say("trialLonger", longer) : null}
    </>
  )
}

function Price({ subscription: { cycle, price, listPrice } }: { subscription: SubscriptionView }) {
  const say = useWords(words)
  const language = useLanguage()
  const each = say("each", { cycle, price: formatAmount(price, language) })
  if (price.minor === listPrice.minor) return each
  return `${each} ${say("insteadOf", { list: formatAmount(listPrice, language) })}`
}

/** What the price is made of: the plan and what was chosen with it. */
function Parts({ subscription: { parts } }: { subscription: SubscriptionView }) {
  const language = useLanguage()
  return (
    <ul>
      {parts.map(({ optionId, words, amount }) => (
        <li key={optionId ?? ""} className="flex flex-wrap justify-between gap-x-4">
          <span>{words[language]}</span>
          <Amount value={amount} />
        </li>
      ))}
    </ul>
  )
}

function Asked({ subscription: { paymentRequestId }, area }: SubscriptionFactsProps) {
  const say = useWords(words)
  if (!paymentRequestId) return say("noRequest")
  return (
    <Link className="text-accent underline" to={`/${area}/requests/${paymentRequestId}`}>
      {say("requestSent")}
    </Link>
  )
}

function Memo({ memo }: Pick<SubscriptionDetail, "memo">) {
  return <p className="wrap-anywhere whitespace-pre-wrap">{memo}</p>
}

function Because({ subscription: { cancelReason, cancelComment } }: { subscription: SubscriptionView }) {
  const say = useWords(words)
  return (
    <>
      {cancelReason ? <p>{say("reasons", { reason: cancelReason })}</p> : null}
      {cancelComment ? <p className="whitespace-pre-wrap">{cancelComment}</p> : null}
    </>
  )
}
