import { lazy } from "react"
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { groupDigits } from "#kit/spelling.ts"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Button } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readMeterForm } from "./meter-form.ts"
import { words } from "./meter-page.words.ts"
import { planTextOf } from "./option-form.ts"
import type { PlanText } from "./range.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const MeterFields = lazy(() =>
  import("./meter-fields.tsx").then((module) => ({ default: module.MeterFields })),
)

export function loader(args: LoaderFunctionArgs) {
  const quantity = new URL(args.request.url).searchParams.get("quantity")?.trim() ?? ""
  return servePage(args, async ({ api, newKey, shop }) => {
    const plan = await api.catalog.range.plans.get({ id: args.params["plan"] ?? "" })
    const { name, meters } = planTextOf(plan)
    const place = placeOf(meters, args.params["meter"])
    if (place === undefined) throw data(null, { status: 404 })
    const meter = meters[place]
    const isAsked = meter !== undefined && /^\d{1,12}(\.\d{1,6})?$/.test(quantity)
    return {
      planId: plan.id,
      planName: name,
      meter,
      at: `meters/${place}`,
      currencies: shop.currencies,
      quantity: isAsked ? quantity : "",
      costs: isAsked ? (await api.usage.prices.preview({ meter, quantity })).costs : [],
      formKey: newKey(),
    }
  })
}

/** No meter can be called so: it stands for one that isn't there yet. */
const newMeter = "-"

function placeOf(meters: PlanText["meters"], id: string | undefined): number | undefined {
  if (id === newMeter) return meters.length
  const place = meters.findIndex((meter) => meter.id === id)
  return place < 0 ? undefined : place
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const id = args.params["plan"] ?? ""
    const text = planTextOf(await services.api.catalog.range.plans.get({ id }))
    const place = placeOf(text.meters, args.params["meter"])
    if (place === undefined) throw data(null, { status: 404 })
    const wanted = intent === "remove" ? [] : [readMeterForm(values, place, services.shop.currencies)]
    const meters = text.meters.toSpliced(place, 1, ...wanted)
    await services.withKey(`${key}:${intent}`).catalog.range.plans.saveDraft({ id, ...text, meters })
    const [meter] = wanted
    return redirect(meter ? `/admin/plans/${id}/meters/${meter.id}` : `/admin/plans/${id}?done=draftSaved`)
  })
}

export default function MeterPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { planId, planName, meter, at, currencies, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const plan = planName[language]
  return (
    <Main>
      <PageHeader
        title={meter ? say("editTitle", { meter: meter.name[language], plan }) : say("newTitle", { plan })}
        up={{ to: `/admin/plans/${planId}`, label: plan }}
      >
        {say("lead")}
      </PageHeader>
      <PageForm intent="save" formKey={formKey} answer={answer} className="space-y-6">
        <MeterFields {...{ meter, at, currencies }} />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
      {meter ? <Preview /> : null}
      {meter ? (
        <ConfirmDialog
          label={say("remove")}
          look="danger"
          title={say("removeTitle", { meter: meter.name[language] })}
          consequence={say("removeWhat")}
          intent="remove"
          {...{ formKey, answer }}
        />
      ) : null}
    </Main>
  )
}

/** By the very rule that lines are written by. */
function Preview() {
  const say = useWords(words)
  const language = useLanguage()
  const { meter, quantity, costs } = useLoaderData<typeof loader>()
  return (
    <Card title={say("preview")}>
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <TextField
          name="quantity"
          label={say("quantity")}
          help={say("previewHelp")}
          inputMode="decimal"
          maxLength={19}
          defaultValue={quantity}
        />
        <Button type="submit" look="secondary">
          {say("show")}
        </Button>
      </Form>
      {costs.map(({ amount, steps }) => (
        <div key={amount.currency} className="mt-3 tabular-nums">
          <p className="font-medium">
            {say("cost", {
              quantity: groupDigits(quantity),
              unit: meter?.unit[language] ?? "",
              amount: formatAmount(amount, language),
            })}
          </p>
          {steps.map((step) => (
            <p key={step} className="text-muted text-sm">
              {step}
            </p>
          ))}
        </div>
      ))}
    </Card>
  )
}

export { PageError as ErrorBoundary }
