import { lazy } from "react"
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { Card, FactList } from "../../ui/card.tsx"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { DataTable } from "../../ui/data-table.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Icon } from "../../ui/icon.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { Amount, Moment } from "../../ui/texts.tsx"
import { writeCountries } from "../named-countries.ts"
import { BoundsFields } from "./bounds-fields.tsx"
import { readBounds, stateTones, tellValue } from "./coupons.ts"
import { words } from "./words.ts"

/** Most coupons have but one percent. */
const Arms = lazy(() => import("./arms-card.tsx").then((module) => ({ default: module.ArmsCard })))

const outcomes = ["saved", "created"] as const

export function loader(args: LoaderFunctionArgs) {
  const id = args.params["coupon"] ?? ""
  const { search, page } = readPage(args.request)
  const done = outcomes.find((outcome) => outcome === search.get("done"))
  return servePage(args, async ({ api, me, language, newKey }) => {
    const [coupon, redemptions, range] = await Promise.all([
      api.catalog.coupons.get({ id }),
      api.catalog.coupons.redemptions({ id, ...page }),
      me.permissions.includes("catalog.range.read") ? api.catalog.range.products.list() : { items: [] },
    ])
    const plans = range.items.flatMap((product) => product.plans)
    const canWrite = me.permissions.includes("catalog.coupons.write")
    const arms =
      coupon.arms.length > 0 && me.permissions.includes("orders.coupon-results.read")
        ? (await api.orders.couponArms({ id })).items
        : []
    const countries = writeCountries(coupon.countries, language)
    return { coupon, countries, arms, redemptions, plans, canWrite, done, formKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const id = args.params["coupon"] ?? ""
    await services.withKey(key).catalog.coupons.save({ id, ...readBounds(values) })
    return redirect(`/admin/coupons/${id}?done=saved`)
  })
}

export default function CouponPage() {
  const say = useWords(words)
  const { coupon, arms, canWrite, done, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={coupon.code}
        up={{ to: "/admin/coupons", label: say("title") }}
        aside={<Badge tone={stateTones[coupon.state]}>{say(coupon.state)}</Badge>}
      />
      {done ? <Banner tone="good">{say(done)}</Banner> : null}
      <Terms />
      {arms.length > 0 ? <Arms arms={arms} /> : null}
      {canWrite ? (
        <Card title={say("bounds")}>
          <PageForm key={formKey} intent="save" formKey={formKey} answer={answer}>
            <BoundsFields coupon={coupon} />
            <SubmitButton>{say("save")}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
      <Redemptions />
    </Main>
  )
}

function Terms() {
  const say = useWords(words)
  const sayCycle = useWords(cycleWords)
  const language = useLanguage()
  const { coupon, countries, plans } = useLoaderData<typeof loader>()
  const list = (parts: readonly string[]) => parts.join(", ") || say("all")
  const length = coupon.periods === null ? say("everyCycle") : say("firstCycles", { count: coupon.periods })
  const more = [coupon.isExclusive ? say("alone") : "", coupon.isForNewCustomers ? say("newOnly") : ""]
  const value = {
    percent: `${tellValue(coupon)} · ${length}`,
    fixed: `${tellValue(coupon)} · ${length}`,
    setup: say("setup"),
    trial: say("trialLonger", { days: coupon.trialDays ?? 0 }),
  }[coupon.kind]
  return (
    <Card title={say("value")}>
      <FactList
        facts={[
          { label: say("value"), value: [value, ...more.filter(Boolean)].join(" · ") },
          {
            label: say("plans"),
            value: list(
              coupon.planIds.map((id) => plans.find((plan) => plan.id === id)?.name[language] ?? id),
            ),
          },
          { label: say("cycles"), value: list(coupon.cycles.map((cycle) => sayCycle(cycle))) },
          { label: say("currencies"), value: list(coupon.currencies) },
          { label: say("countries"), value: countries || say("all") },
          {
            label: say("uses"),
            value:
              coupon.mostUses === null
                ? coupon.uses
                : say("usesOf", { uses: coupon.uses, most: coupon.mostUses }),
          },
        ]}
      />
    </Card>
  )
}

function Redemptions() {
  const say = useWords(words)
  const { coupon, redemptions } = useLoaderData<typeof loader>()
  // The address may say what was just done, which a list would take for a filter that nothing matches.
  if (redemptions.items.length === 0) {
    return <EmptyState title={say("noRedemptions")}>{say("noRedemptionsHelp")}</EmptyState>
  }
  return (
    <section className="space-y-3" aria-labelledby="redemptions">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="redemptions" className="text-lg font-semibold">
          {say("redemptions")}
        </h2>
        <Link
          className="rounded-box text-muted hover:bg-raised hover:text-ink inline-flex min-h-9 items-center gap-2 px-2.5 text-sm no-underline"
          to={`/admin/export/redemptions?coupon=${coupon.id}`}
          reloadDocument
        >
          <Icon name="download" />
          {say("csv")}
        </Link>
      </div>
      <DataTable
        caption={say("redemptions")}
        page={redemptions}
        rowKey={({ id }) => id}
        empty={say("noRedemptions")}
        columns={[
          {
            key: "order",
            label: say("order"),
            cell: ({ orderId }) => (
              <Link className="text-accent whitespace-nowrap underline" to={`/admin/orders/${orderId}`}>
                {`O-${orderId.slice(-10).toUpperCase()}`}
              </Link>
            ),
          },
          { key: "customer", label: say("customer"), cell: ({ accountName }) => accountName },
          {
            key: "amount",
            label: say("amount"),
            isNumber: true,
            cell: ({ amount }) =>
              coupon.kind === "trial" ? (
                say("trialLonger", { days: coupon.trialDays ?? 0 })
              ) : (
                <Amount value={amount} />
              ),
          },
          {
            key: "at",
            label: say("at"),
            isOrder: true,
            isWide: true,
            cell: ({ redeemedAt }) => <Moment at={redeemedAt} />,
          },
        ]}
      />
    </section>
  )
}

export { PageError as ErrorBoundary }
