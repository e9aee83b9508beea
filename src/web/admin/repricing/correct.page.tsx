import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { textFilter } from "../../page-input.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Card, FactList } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { TextField } from "../../ui/field.tsx"
import { FilterChoice, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./correction.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const search = new URL(args.request.url).searchParams
  const planId = textFilter(search, "plan")
  const [wrongVersionId, rightVersionId] = [textFilter(search, "wrong"), textFilter(search, "right")]
  return servePage(args, async ({ api, newKey }) => {
    const [range, plan] = await Promise.all([
      api.catalog.range.products.list(),
      planId ? api.catalog.range.plans.get({ id: planId }) : null,
    ])
    const isChosen = planId && wrongVersionId && rightVersionId && wrongVersionId !== rightVersionId
    const versions = isChosen ? { planId, wrongVersionId, rightVersionId } : null
    return {
      plans: range.items.flatMap((product) => product.plans.map(({ id, name }) => ({ id, name }))),
      numbers: plan?.versions.map(({ id, number }) => ({ id, number })) ?? [],
      versions,
      found: versions ? await api.repricing.corrections.preview(versions) : null,
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const { id } = await services.withKey(key).repricing.corrections.start({
      planId: values["planId"] ?? "",
      wrongVersionId: values["wrongVersionId"] ?? "",
      rightVersionId: values["rightVersionId"] ?? "",
      reason: values["reason"] ?? "",
    })
    return redirect(`/admin/price-corrections/${id}`)
  })
}

export default function CorrectPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { plans, numbers } = useLoaderData<typeof loader>()
  const options = numbers.map(({ id, number }) => ({ value: id, label: say("versionName", { number }) }))
  return (
    <Main>
      <PageHeader title={say("correct")} up={{ to: "/admin/price-corrections", label: say("corrections") }}>
        {say("correctLead")}
      </PageHeader>
      <Filters>
        <FilterChoice
          name="plan"
          label={say("plan")}
          options={plans.map(({ id, name }) => ({ value: id, label: name[language] }))}
          none={say("chooseOne")}
        />
        {options.length > 0 ? (
          <>
            <FilterChoice name="wrong" label={say("wrong")} options={options} none={say("chooseOne")} />
            <FilterChoice name="right" label={say("right")} options={options} none={say("chooseOne")} />
          </>
        ) : null}
      </Filters>
      <Found />
    </Main>
  )
}

function Found() {
  const say = useWords(words)
  const { found, versions, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!found || !versions) {
    return (
      <EmptyState icon="tag" title={say("chooseVersions")}>
        {say("chooseVersionsHelp")}
      </EmptyState>
    )
  }
  return (
    <Card title={say("foundTitle")}>
      <FactList
        facts={[
          { label: say("subscriptions"), value: found.subscriptions },
          { label: say("requests"), value: found.requests },
          { label: say("lines"), value: found.lines },
          { label: say("accounts"), value: found.accounts },
        ]}
      />
      <ConfirmDialog
        label={say("correct")}
        look="danger"
        title={say("correctSure", { lines: found.lines, requests: found.requests })}
        consequence={say("correctWhat")}
        intent="correct"
        {...{ formKey, answer }}
      >
        {Object.entries(versions).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField name="reason" label={say("reason")} required minLength={3} maxLength={500} />
      </ConfirmDialog>
    </Card>
  )
}

export { PageError as ErrorBoundary }
