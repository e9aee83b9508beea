import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router"
import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { type Column, DataTable } from "../../ui/data-table.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { StateBadge, useStateOptions } from "../../ui/state-badge.tsx"
import { Amount, Day } from "../../ui/texts.tsx"
import { useRoot } from "../../use-root.ts"
import { nameCustomer } from "../name-customer.ts"
import { AdminPick } from "../picks.tsx"
import { words } from "./dunning.words.ts"
import { overdueStates, readDunningFilter, steps } from "./dunning-filter.ts"

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async (services) => {
    const { dunning } = services.api.billing
    const filter = readDunningFilter(search)
    const { after, limit } = page
    const [list, sums] = await Promise.all([
      dunning.list({ limit, ...(after ? { after } : {}), ...filter }),
      dunning.sums(filter),
    ])
    return { list, sums: sums.items, customer: await nameCustomer(services, search.get("account")) }
  })
}

export default function DunningPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { list, sums, customer } = useLoaderData<typeof loader>()
  const mayDecide = useRoot()?.me.permissions.includes("billing.collecting-policy.read")
  const states = useStateOptions("subscription").filter(({ value }) =>
    overdueStates.some((one) => one === value),
  )
  return (
    <Main>
      <PageHeader
        title={say("title")}
        actions={
          mayDecide ? (
            <ButtonLink look="secondary" icon="calendar" to="/admin/settings/collecting">
              {say("rules")}
            </ButtonLink>
          ) : null
        }
      >
        {say("lead")}
      </PageHeader>
      {sums.length > 0 ? (
        <ul className="flex flex-wrap gap-x-6 gap-y-1 font-semibold tabular-nums">
          {sums.map(({ subscriptions, owed }) => (
            <li key={owed.currency}>
              {say("sums", { count: subscriptions, owed: formatAmount(owed, language) })}
            </li>
          ))}
        </ul>
      ) : null}
      <Filters exportPath="/admin/export/dunning">
        <AdminPick name="account" label={say("customer")} of="customer" chosen={customer} />
        <FilterChoice name="state" label={say("state")} options={states} />
        <FilterChoice
          name="step"
          label={say("next")}
          options={steps.map((step) => ({ value: step, label: say("step", { step }) }))}
        />
      </Filters>
      <DataTable
        caption={say("title")}
        page={list}
        rowKey={(one) => one.subscriptionId}
        empty={say("none")}
        emptyHelp={say("noneHelp")}
        emptyIcon="calendar"
        columns={useColumns()}
      />
    </Main>
  )
}

type Overdue = Awaited<ReturnType<typeof loader>>["list"]["items"][number]

function useColumns(): Column<Overdue>[] {
  const say = useWords(words)
  const language = useLanguage()
  return [
    {
      key: "what",
      label: say("what"),
      cell: (one) => (
        <Link className="text-accent break-words underline" to={`/admin/subscriptions/${one.subscriptionId}`}>
          {one.words[language]}
        </Link>
      ),
    },
    {
      key: "customer",
      label: say("customer"),
      cell: (one) => (
        <Link className="underline" to={`/admin/customers/${one.accountId}`}>
          {one.accountName}
        </Link>
      ),
      isBelow: true,
    },
    {
      key: "state",
      label: say("state"),
      cell: (one) => <StateBadge kind="subscription" state={one.state} />,
      isWide: true,
    },
    {
      key: "next",
      label: say("next"),
      cell: ({ next: { step, on } }) => say("stepOn", { step, on: on ? formatDay(on, language) : "" }),
    },
    { key: "owed", label: say("owed"), cell: (one) => <Owed {...one} />, isNumber: true },
    {
      key: "days",
      label: say("days"),
      cell: ({ daysOverdue }) => say("overdueDays", { days: daysOverdue }),
      isNumber: true,
      isWide: true,
    },
    { key: "decline", label: say("decline"), cell: (one) => <Decline {...one} />, isWide: true },
    {
      key: "promised",
      label: say("promised"),
      cell: ({ promisedUntil }) => <Day on={promisedUntil} />,
      isWide: true,
    },
  ]
}

/** The sum leads to what asks for it. */
function Owed({ owed, paymentRequestId }: Pick<Overdue, "owed" | "paymentRequestId">) {
  if (!paymentRequestId) return <Amount value={owed} />
  return (
    <Link className="underline" to={`/admin/requests/${paymentRequestId}`}>
      <Amount value={owed} />
    </Link>
  )
}

function Decline({ decline, isBeingPaid }: Pick<Overdue, "decline" | "isBeingPaid">) {
  const say = useWords(words)
  const language = useLanguage()
  if (isBeingPaid) return say("paying")
  if (!decline) return "–"
  return say("declined", { on: formatDay(decline.on, language), why: decline.words[language] })
}

export { PageError as ErrorBoundary }
