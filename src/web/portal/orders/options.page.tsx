import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { Currency } from "#kit/money.ts"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { beginPayment } from "../../storefront/orders/place-order.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./options.words.ts"
import { OptionsForm } from "./options-form.tsx"

/** Not there at first. No boundary around them: the server waits for them, and without scripts they are there. */
const PlanOption = lazy(() => import("./plan-option.tsx").then((module) => ({ default: module.PlanOption })))
const PlannedChange = lazy(() =>
  import("./planned-change.tsx").then((module) => ({ default: module.PlannedChange })),
)

const outcomes = ["done", "planned", "stays"] as const
/** Of an option, in the address and in the form. */
const [IN_ADDRESS, IN_FORM] = ["o.", "options/"]

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => {
    const search = new URL(args.request.url).searchParams
    const chosen = beginningWith(IN_ADDRESS, [...search])
    const id = args.params["service"] ?? ""
    const own = await api.orders.planChanges.options({ id, options: chosen })
    return { own, chosen, keys: [newKey(), newKey()], done: outcomes.find((outcome) => search.has(outcome)) }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values, intent, key }) => {
    const id = args.params["service"] ?? ""
    const page = `/portal/services/${id}/options`
    const { planChanges } = services.withKey(key).orders
    if (intent === "takeBack") {
      await planChanges.takeBack({ id })
      return redirect(`${page}?stays`)
    }
    const options = beginningWith(IN_FORM, Object.entries(values))
    if (intent === "look") {
      await services.api.orders.planChanges.options({ id, options })
      const search = Object.entries(options).map(([name, value]): [string, string] => [
        IN_ADDRESS + name,
        value,
      ])
      return redirect(`${page}?${new URLSearchParams(search)}`)
    }
    const when = values["when"] === "at_end" ? "at_end" : "now"
    const amount = { minor: values["minor"] ?? "", currency: values["currency"] as Currency }
    const expected = { outcome: values["outcome"] as "pay", amount }
    const change = await planChanges.chooseOptions({ id, options, when, expected })
    const attemptId = change.paymentRequestId
      ? await beginPayment(services, change.paymentRequestId, key)
      : undefined
    if (when === "at_end") return redirect(`${page}?planned`)
    return redirect(attemptId ? `/pay/${attemptId}` : `${page}?done`)
  })
}

function beginningWith(
  start: string,
  entries: readonly (readonly [string, string])[],
): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (name.startsWith(start) ? [[name.slice(start.length), value]] : [])),
  )
}

export default function OptionsPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { own, done, keys } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { serviceId, hostname, lastDay, choices, planned } = own
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: `/portal/services/${serviceId}`, label: hostname }} />
      {done ? <Banner tone="good">{say(done)}</Banner> : null}
      {planned ? <PlannedChange planned={planned} formKey={keys[0] ?? ""} answer={answer} /> : null}
      <p className="max-w-prose text-sm">
        {planned
          ? say("plannedFirst")
          : lastDay
            ? say("lead", { lastDay: formatDay(lastDay, language) })
            : say("notPaid")}
      </p>
      {planned ? null : choices.length === 0 ? <NoChoices serviceId={serviceId} /> : <Choices />}
    </Main>
  )
}

function NoChoices({ serviceId }: { serviceId: string }) {
  const say = useWords(words)
  return (
    <div className="space-y-3">
      <p className="text-muted text-sm">{say("none")}</p>
      <ButtonLink look="secondary" to={`/portal/services/${serviceId}/plan`}>
        {say("otherPlans")}
      </ButtonLink>
    </div>
  )
}

function Choices() {
  const say = useWords(words)
  const { own, chosen, keys } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <OptionsForm own={own} chosen={chosen} formKey={keys[0] ?? ""} answer={answer} />
      <section aria-label={say("costs")} aria-live="polite">
        {own.wish.hindrance === "same_plan" ? (
          <p className="text-muted text-sm">{say("unchanged")}</p>
        ) : (
          <PlanOption
            option={own.wish}
            cycle={own.cycle}
            isToday
            nextOn={own.nextOn}
            formKey={keys[1] ?? ""}
            answer={answer}
            chosen={chosen}
          />
        )}
      </section>
    </div>
  )
}

export { PageError as ErrorBoundary }
