import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./words.ts"

/** As many steps as are offered; what is usual stands in the empty ones. */
const usual = [
  { months: 12, percent: 5 },
  { months: 24, percent: 10 },
  { months: 36, percent: 15 },
  { months: 60, percent: 20 },
]

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => ({
    policy: await api.billing.loyalty.get(),
    canWrite: me.permissions.includes("billing.loyalty.write"),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const rows = usual.map((_, row) => ({
      months: Number(values[`steps/${row}/months`] || ""),
      percent: Number(values[`steps/${row}/percent`] || ""),
    }))
    // Up to the last row with something in it, so that what is missing is asked for at its own field.
    const last = rows.findLastIndex(({ months, percent }) => months !== 0 || percent !== 0)
    const steps = rows.slice(0, last + 1)
    await services.withKey(key).billing.loyalty.save({ steps })
    return redirect("/admin/settings/loyalty?done=saved")
  })
}

export default function LoyaltyPage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const { policy, canWrite } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("what")}
      </PageHeader>
      {search.get("done") ? <Banner tone="good">{say("saved")}</Banner> : null}
      {policy.steps.length === 0 ? <Banner tone="info">{say("none")}</Banner> : null}
      {canWrite ? <Steps /> : <StepList />}
    </Main>
  )
}

function StepList() {
  const say = useWords(words)
  const { policy } = useLoaderData<typeof loader>()
  return (
    <ul className="list-disc ps-5">
      {policy.steps.map(({ months, percent }) => (
        <li key={months}>{say("step", { months, percent })}</li>
      ))}
    </ul>
  )
}

function Steps() {
  const say = useWords(words)
  const { policy, formKey } = useLoaderData<typeof loader>()
  return (
    <Card>
      <PageForm intent="save" formKey={formKey} answer={useActionData<FormAnswer>()}>
        {usual.map((hint, row) => (
          <div key={hint.months} className="grid grid-cols-2 items-start gap-4">
            <TextField
              name={`steps/${row}/months`}
              label={say("months", { row: row + 1 })}
              type="number"
              min={1}
              max={240}
              step={1}
              placeholder={String(hint.months)}
              defaultValue={policy.steps[row]?.months}
            />
            <TextField
              name={`steps/${row}/percent`}
              label={say("percent", { row: row + 1 })}
              type="number"
              min={1}
              max={50}
              step={1}
              placeholder={String(hint.percent)}
              defaultValue={policy.steps[row]?.percent}
            />
          </div>
        ))}
        <p className="text-muted text-sm">{say("kept")}</p>
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

export { PageError as ErrorBoundary }
