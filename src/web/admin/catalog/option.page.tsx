import { lazy } from "react"
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { Currency } from "#kit/money.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { type Cycle, cycles } from "../../ui/cycle.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./option.words.ts"
import { planTextOf, readOptionForm } from "./option-form.ts"
import type { PlanText } from "./range.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const OptionFields = lazy(() =>
  import("./option-fields.tsx").then((module) => ({ default: module.OptionFields })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey, shop }) => {
    const plan = await api.catalog.range.plans.get({ id: args.params["plan"] ?? "" })
    const { name, options, prices } = planTextOf(plan)
    const place = placeOf(options, args.params["option"])
    if (place === undefined) throw data(null, { status: 404 })
    return {
      planId: plan.id,
      planName: name,
      option: options[place],
      at: `options/${place}`,
      currencies: shop.currencies,
      terms: termsOf(prices, shop.currencies),
      formKey: newKey(),
    }
  })
}

/** No option can be called so: it stands for one that isn't there yet. */
const newOption = "-"

function placeOf(options: PlanText["options"], id: string | undefined): number | undefined {
  if (id === newOption) return options.length
  const place = options.findIndex((option) => option.id === id)
  return place < 0 ? undefined : place
}

/** Those that the plan itself is sold for: an option is chosen together with it. */
function termsOf(prices: PlanText["prices"], currencies: readonly Currency[]): Cycle[] {
  return cycles.filter((cycle) => currencies.some((currency) => prices[currency]?.[cycle]))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const id = args.params["plan"] ?? ""
    const text = planTextOf(await services.api.catalog.range.plans.get({ id }))
    const place = placeOf(text.options, args.params["option"])
    if (place === undefined) throw data(null, { status: 404 })
    const wanted = intent === "remove" ? [] : [readOptionForm(values, place, services.shop.currencies)]
    const options = text.options.toSpliced(place, 1, ...wanted)
    await services.withKey(`${key}:${intent}`).catalog.range.plans.saveDraft({ id, ...text, options })
    return redirect(`/admin/plans/${id}?done=draftSaved`)
  })
}

export default function OptionPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { planId, planName, option, at, currencies, terms, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const plan = planName[language]
  return (
    <Main>
      <PageHeader
        title={option ? say("editTitle", { option: option.name[language], plan }) : say("newTitle", { plan })}
        up={{ to: `/admin/plans/${planId}`, label: plan }}
      >
        {say("lead")}
      </PageHeader>
      <PageForm intent="save" formKey={formKey} answer={answer} className="space-y-6">
        <OptionFields {...{ option, at, currencies, terms }} />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
      {option ? (
        <ConfirmDialog
          label={say("remove")}
          look="danger"
          title={say("removeTitle", { option: option.name[language] })}
          consequence={say("removeWhat")}
          intent="remove"
          {...{ formKey, answer }}
        />
      ) : null}
    </Main>
  )
}

export { PageError as ErrorBoundary }
