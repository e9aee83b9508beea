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
import { Card } from "../../ui/card.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { ChangeDay } from "./change-day.tsx"
import { words } from "./change-plan.words.ts"
import { PlanOption } from "./plan-option.tsx"
import { PlannedChange } from "./planned-change.tsx"

const outcomes = ["done", "planned", "stays"] as const

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey }) => {
    const id = args.params["service"] ?? ""
    const search = new URL(args.request.url).searchParams
    const on = /^\d{4}-\d{2}-\d{2}$/.test(search.get("on") ?? "")
      ? (search.get("on") ?? undefined)
      : undefined
    const preview = await api.orders.planChanges.preview({ id, on })
    return {
      preview,
      keys: preview.options.map(newKey),
      done: outcomes.find((outcome) => search.has(outcome)),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values, intent, key }) => {
    const id = args.params["service"] ?? ""
    if (intent === "takeBack") {
      await services.withKey(key).orders.planChanges.takeBack({ id })
      return redirect(`/portal/services/${id}/plan?stays`)
    }
    const when = values["when"] === "at_end" ? "at_end" : "now"
    const change = await services.withKey(key).orders.planChanges.request({
      id,
      planId: values["planId"] ?? "",
      when,
      expected: {
        outcome: values["outcome"] as "pay",
        amount: { minor: values["minor"] ?? "", currency: values["currency"] as Currency },
      },
    })
    const attemptId = change.paymentRequestId
      ? await beginPayment(services, change.paymentRequestId, key)
      : undefined
    if (when === "at_end") return redirect(`/portal/services/${id}/plan?planned`)
    return redirect(attemptId ? `/pay/${attemptId}` : `/portal/services/${id}/plan?done`)
  })
}

export default function ChangePlanPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { preview, keys, done } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { serviceId, hostname, planName, on, today, lastDay, options } = preview
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: `/portal/services/${serviceId}`, label: hostname }}>
        {say("now", { plan: planName[language] })}
      </PageHeader>
      {done ? <Banner tone="good">{say(done)}</Banner> : null}
      {preview.planned ? (
        <PlannedChange planned={preview.planned} formKey={`${keys[0] ?? ""}:back`} answer={answer} />
      ) : null}
      <p className="max-w-prose text-sm">
        {lastDay ? say("lead", { lastDay: formatDay(lastDay, language) }) : say("notPaid")}
      </p>
      {lastDay ? <ChangeDay {...{ on, today, lastDay }} /> : null}
      {preview.hasOptions ? (
        <Card title={say("options")}>
          <p className="text-sm">{say("optionsLead")}</p>
          <ButtonLink look="secondary" to={`/portal/services/${serviceId}/options`}>
            {say("changeOptions")}
          </ButtonLink>
        </Card>
      ) : null}
      {options.length === 0 ? <p className="text-muted text-sm">{say("none")}</p> : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {options.map((option, index) => (
          <PlanOption
            key={option.planId}
            option={option}
            cycle={preview.cycle}
            isToday={on === today}
            nextOn={preview.nextOn}
            formKey={keys[index] ?? ""}
            answer={answer}
          />
        ))}
      </div>
    </Main>
  )
}

export { PageError as ErrorBoundary }
