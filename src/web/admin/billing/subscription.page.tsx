import { lazy } from "react"
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatDay, formatInstant } from "../../i18n/format.ts"
import { shopDay } from "../../i18n/shop-day.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "../../ui/subscription.words.ts"
import { SubscriptionBadge } from "../../ui/subscription-badge.tsx"
import { SubscriptionFacts } from "../../ui/subscription-facts.tsx"
import { listUsableMethods } from "../../ui/usable-methods.ts"
import { useTimeZone } from "../../use-root.ts"
import { nameLinked } from "../name-linked.ts"
import { readBounds } from "./read-bounds.ts"
import { words as adminWords } from "./words.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const SubscriptionActs = lazy(() =>
  import("./subscription-acts.tsx").then((module) => ({ default: module.SubscriptionActs })),
)

const MonthOfUse = lazy(() =>
  import("../../ui/month-of-use.tsx").then((module) => ({ default: module.MonthOfUse })),
)

export function loader(args: LoaderFunctionArgs) {
  const id = args.params["subscription"] ?? ""
  return servePage(args, async (services) => {
    const { api, me, newKey, now, shop } = services
    const [subscription, stuck, month] = await Promise.all([
      api.billing.subscriptions.get({ id }),
      me.permissions.includes("operations.read")
        ? api.operations.list({ subject: id, state: ["stuck"], limit: 3 })
        : { items: [] },
      me.permissions.includes("usage.records.read") ? api.usage.months.get({ id }) : null,
    ])
    const [names, usable] = await Promise.all([
      nameLinked(services, [subscription.subject, subscription.orderId]),
      subscription.can.cancel || subscription.can.keep
        ? listUsableMethods(services, subscription.accountId)
        : null,
    ])
    // What is charged now stays to be chosen, whatever has become of it.
    const isAutomatic = subscription.collection === "automatic"
    const isUnseen = isAutomatic && !usable?.some(({ id: one }) => one === subscription.methodId)
    const methods = isUnseen ? null : usable
    return {
      subscription,
      month,
      methods,
      names,
      stuck: stuck.items,
      today: shopDay({ shop, now }),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { subscriptions } = services.withKey(key).billing
    const id = args.params["subscription"] ?? ""
    const reason = values["reason"] ?? ""
    if (intent === "edit") await subscriptions.update({ id, ...readEdit(values) })
    if (intent === "delete") await subscriptions.delete({ id, reason })
    if (intent === "restore") await subscriptions.restore({ id, reason })
    if (intent === "suspend") await subscriptions.suspend({ id, reason })
    if (intent === "grace") await subscriptions.grace({ id, reason, until: values["until"] ?? "" })
    if (intent === "grant") await subscriptions.grant({ id, reason, cycles: Number(values["cycles"]) })
    if (intent === "free") await subscriptions.free({ id, reason, until: values["until"] ?? "" })
    if (intent === "charge") await subscriptions.free({ id, reason, until: null })
    if (intent === "cancel") {
      const comment = values["reason"]?.trim()
      await subscriptions.cancel({
        id,
        at: values["at"] === "now" ? "now" : "end",
        ...(comment ? { comment } : {}),
      })
    }
    if (intent === "pause") await subscriptions.pause({ id, until: values["until"] ?? "" })
    if (intent === "resume") await subscriptions.resume({ id })
    if (intent === "keep") await subscriptions.keep({ id })
    return redirect(`/admin/subscriptions/${id}`)
  })
}

/** A choice of payment is only among what is sent where there was one to make. */
function readEdit(values: Readonly<Record<string, string>>) {
  const { memo = "", purchaseOrder = "", methodId } = values
  const bounds = values["quantityBounds/least"] === undefined ? {} : { quantityBounds: readBounds(values) }
  if (methodId === undefined) return { memo, purchaseOrder, ...bounds }
  const payment = methodId
    ? { collection: "automatic" as const, methodId }
    : { collection: "manual" as const }
  return { memo, purchaseOrder, ...bounds, ...payment }
}

export default function SubscriptionPage() {
  const say = useWords(words)
  const sayAdmin = useWords(adminWords)
  const language = useLanguage()
  const { subscription, month, methods, names, stuck, today, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { lastDay, graceUntil, trouble, deletedAt, startsOn } = subscription
  const zone = useTimeZone()
  const day = (text: string | null) => (text ? formatDay(text, language) : "")
  return (
    <Main>
      <PageHeader
        title={subscription.words[language] || subscription.id}
        up={{ to: "/admin/subscriptions", label: sayAdmin("subscriptions") }}
        aside={<SubscriptionBadge subscription={subscription} />}
      />
      {deletedAt ? (
        <Banner tone="warn">
          {sayAdmin("deletedSince", { at: formatInstant(deletedAt, language, zone) })}
        </Banner>
      ) : null}
      {startsOn ? <Banner tone="info">{sayAdmin("awaits", { day: day(startsOn) })}</Banner> : null}
      {trouble ? <Banner tone="bad">{sayAdmin("troubleWhat", { trouble })}</Banner> : null}
      {stuck.map((work) => (
        <Banner key={work.id} tone="bad">
          {sayAdmin("waitsForPerson")}{" "}
          <Link className="underline" to={`/admin/operations/${work.id}`}>
            {work.title}
          </Link>
        </Banner>
      ))}
      {graceUntil ? <Banner tone="info">{sayAdmin("promised", { day: day(graceUntil) })}</Banner> : null}
      {subscription.cancelAtEnd ? (
        <Banner tone="warn">{say("leavingBanner", { day: day(lastDay) })}</Banner>
      ) : null}
      {subscription.pauseFrom && subscription.pauseUntil ? (
        <Banner tone="info">
          {say("pausePlanned", { from: day(subscription.pauseFrom), until: day(subscription.pauseUntil) })}
        </Banner>
      ) : null}
      <SubscriptionActs {...{ subscription, methods, today, formKey, answer }} />
      <SubscriptionFacts {...{ subscription, names }} area="admin" />
      {month && month.meters.length > 0 ? <MonthOfUse month={month} /> : null}
    </Main>
  )
}

export { PageError as ErrorBoundary }
