import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { cycles } from "../../ui/cycle.ts"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { CheckboxField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { withCodes } from "../named-countries.ts"
import { BoundsFields } from "./bounds-fields.tsx"
import { armNames, readCoupon } from "./coupons.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, newKey }) => {
    const { items } = await api.catalog.range.products.list()
    const plans = items.flatMap((product) => product.plans.map(({ id, name }) => ({ id, name })))
    return { plans, currencies: shop.currencies, formKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const wish = readCoupon(withCodes(values), services.shop.currencies)
    const { id } = await services.withKey(key).catalog.coupons.create(wish)
    return redirect(`/admin/coupons/${id}?done=created`)
  })
}

export default function WriteCouponPage() {
  const say = useWords(words)
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("create")} up={{ to: "/admin/coupons", label: say("title") }} />
      <PageForm intent="create" formKey={formKey} answer={answer} className="space-y-6">
        <TextField
          name="code"
          label={say("code")}
          help={say("codeHelp")}
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Value />
        <Limits />
        <Card title={say("bounds")}>
          <div className="space-y-4">
            <BoundsFields />
          </div>
        </Card>
        <SubmitButton>{say("create")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

/**
 * Only what the chosen kind asks for is shown, without a script; the server reads nothing else. No limits of the
 * browser's own: it would not send the form because of a field that can't be seen.
 */
const onlyFor = {
  percent:
    "group-has-[[value=fixed]:checked]/kind:hidden group-has-[[value=setup]:checked]/kind:hidden group-has-[[value=trial]:checked]/kind:hidden",
  fixed:
    "group-has-[[value=percent]:checked]/kind:hidden group-has-[[value=setup]:checked]/kind:hidden group-has-[[value=trial]:checked]/kind:hidden",
  trial:
    "group-has-[[value=percent]:checked]/kind:hidden group-has-[[value=fixed]:checked]/kind:hidden group-has-[[value=setup]:checked]/kind:hidden",
  price: "group-has-[[value=trial]:checked]/kind:hidden",
} as const

function Value() {
  const say = useWords(words)
  const { currencies } = useLoaderData<typeof loader>()
  return (
    <Card title={say("value")}>
      <div className="group/kind space-y-4">
        <ChoiceField
          name="kind"
          label={say("kind")}
          defaultValue="percent"
          choices={[
            { value: "percent", label: say("percent") },
            { value: "fixed", label: say("fixed"), help: say("fixedHelp") },
            { value: "setup", label: say("setup"), help: say("setupHelp") },
            { value: "trial", label: say("trial"), help: say("trialHelp") },
          ]}
        />
        <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
          <div className={onlyFor.percent}>
            <TextField
              name="percent"
              inputMode="numeric"
              autoComplete="off"
              label={say("percentField")}
              help={say("percentHelp")}
            />
          </div>
          {currencies.map((currency) => (
            <div key={currency} className={onlyFor.fixed}>
              <TextField
                name={`amounts/${currency}`}
                label={say("fixedIn", { currency })}
                inputMode="decimal"
                autoComplete="off"
              />
            </div>
          ))}
          <div className={onlyFor.trial}>
            <TextField
              name="trialDays"
              inputMode="numeric"
              autoComplete="off"
              label={say("trialDays")}
              help={say("trialDaysHelp")}
            />
          </div>
          <div className={onlyFor.price}>
            <TextField
              name="periods"
              inputMode="numeric"
              autoComplete="off"
              label={say("periods")}
              help={say("periodsHelp")}
            />
          </div>
        </div>
        <Compare />
        <div className={onlyFor.price}>
          <CheckboxField name="isExclusive" label={say("isExclusive")} />
        </div>
      </div>
    </Card>
  )
}

/** In place of one percent. */
function Compare() {
  const say = useWords(words)
  return (
    <details className={onlyFor.percent}>
      <summary className="cursor-pointer text-sm font-medium">{say("compare")}</summary>
      <div className="space-y-4 pt-3">
        <p className="text-muted text-sm">{say("compareHelp")}</p>
        <div className="grid max-w-2xl gap-4 sm:grid-cols-4">
          {armNames.map((name, row) => (
            <TextField
              key={name}
              name={`arms/${row}/percent`}
              inputMode="numeric"
              autoComplete="off"
              label={say("armPercent", { name })}
            />
          ))}
        </div>
      </div>
    </details>
  )
}

function Limits() {
  const say = useWords(words)
  const sayCycle = useWords(cycleWords)
  const language = useLanguage()
  const { plans, currencies } = useLoaderData<typeof loader>()
  const groups = [
    {
      label: say("plans"),
      ticks: plans.map(({ id, name }) => ({ name: `plan:${id}`, label: name[language] })),
    },
    {
      label: say("cycles"),
      ticks: cycles
        .filter((cycle) => cycle !== "hourly")
        .map((cycle) => ({ name: `cycle:${cycle}`, label: sayCycle(cycle) })),
    },
    {
      label: say("currencies"),
      ticks: currencies.map((code) => ({ name: `currency:${code}`, label: code })),
    },
  ]
  return (
    <Card title={say("limits")}>
      <div className="space-y-4">
        <p className="text-muted text-sm">{say("limitsHelp")}</p>
        {groups.map(({ label, ticks }) => (
          <fieldset key={label} className="space-y-2">
            <legend className="mb-1 text-sm font-medium">{label}</legend>
            <div className="flex flex-wrap gap-x-6 gap-y-2">
              {ticks.map((tick) => (
                <CheckboxField key={tick.name} name={tick.name} label={tick.label} />
              ))}
            </div>
          </fieldset>
        ))}
        <TextField name="countries" label={say("countries")} help={say("countriesHelp")} maxLength={200} />
        <CheckboxField name="isForNewCustomers" label={say("isForNewCustomers")} />
      </div>
    </Card>
  )
}

export { PageError as ErrorBoundary }
