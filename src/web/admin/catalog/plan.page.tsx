import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatInstant } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { useTimeZone } from "../../use-root.ts"
import { findPlanText, moveUp, planTextOf } from "./option-form.ts"
import { PlaceCard } from "./place-card.tsx"
import { PlanFields } from "./plan-fields.tsx"
import { type Plan, readCount, readPlanForm, readVisibility, visibilityTones } from "./range.ts"
import { words } from "./words.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const OptionsCard = lazy(() =>
  import("./options-card.tsx").then((module) => ({ default: module.OptionsCard })),
)
const PublishCard = lazy(() =>
  import("./publish-card.tsx").then((module) => ({ default: module.PublishCard })),
)
const VersionsCard = lazy(() =>
  import("./versions-card.tsx").then((module) => ({ default: module.VersionsCard })),
)

const outcomes = ["saved", "draftSaved", "dropped", "published"] as const
type Outcome = (typeof outcomes)[number]

/** No boundary around it: the server waits for it, and without scripts it is all there. */
const MetersCard = lazy(() => import("./meters-card.tsx").then((module) => ({ default: module.MetersCard })))

export function loader(args: LoaderFunctionArgs) {
  const done = new URL(args.request.url).searchParams.get("done")
  return servePage(args, async ({ api, me, newKey, shop }) => {
    const plan = await api.catalog.range.plans.get({ id: args.params["plan"] ?? "" })
    const canWrite = me.permissions.includes("catalog.range.write")
    const product = canWrite ? await api.catalog.range.products.get({ id: plan.productId }) : undefined
    return {
      plan,
      sisters: (product?.plans ?? [])
        .filter(({ id }) => id !== plan.id)
        .map(({ id, name }) => ({ id, name })),
      currencies: shop.currencies,
      canWrite,
      mayReprice: me.permissions.includes("repricing.changes.read"),
      canPublish: me.permissions.includes("catalog.range.publish"),
      done: outcomes.find((outcome) => outcome === done),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const id = args.params["plan"] ?? ""
    const { plans } = services.withKey(`${key}:${intent}`).catalog.range
    const leave = (done: Outcome) => redirect(`/admin/plans/${id}?done=${done}`)
    if (intent === "publish") {
      const accepted = values["acceptedPercent"]
      const acceptedPercent = accepted === undefined ? undefined : Number(accepted)
      await plans.publish({ id, note: values["note"] ?? "", acceptedPercent })
      return leave("published")
    }
    if (intent === "move-option") {
      const plan = await services.api.catalog.range.plans.get({ id })
      await plans.saveDraft({
        id,
        ...planTextOf(plan),
        options: moveUp(planTextOf(plan).options, values["option"]),
      })
      return leave("draftSaved")
    }
    if (intent === "copy-options") {
      const { range } = services.api.catalog
      const text = planTextOf(await range.plans.get({ id }))
      const { options } = planTextOf(await range.plans.get({ id: values["from"] ?? "" }))
      await plans.saveDraft({ id, ...text, options })
      return leave("draftSaved")
    }
    if (intent === "drop") {
      await plans.dropDraft({ id })
      return leave("dropped")
    }
    if (intent === "place") {
      await plans.save({
        id,
        state: readVisibility(values["state"]),
        position: readCount(values["position"]),
        stockLimit: values["stockLimit"]?.trim() ? readCount(values["stockLimit"]) : null,
      })
      return leave("saved")
    }
    await plans.saveDraft({ id, ...readPlanForm(values, services.shop.currencies) })
    return leave("draftSaved")
  })
}

export default function PlanPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { plan, sisters, currencies, canWrite, canPublish, mayReprice, done, formKey } =
    useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const text = findPlanText(plan)
  return (
    <Main>
      <PageHeader
        title={text?.name[language] ?? plan.slug}
        up={{ to: `/admin/catalog/${plan.productId}`, label: plan.productName[language] }}
        aside={<Badge tone={visibilityTones[plan.state]}>{say(plan.state)}</Badge>}
        actions={
          mayReprice ? (
            <ButtonLink look="secondary" to={`/admin/price-changes/simulation?about=${plan.id}`}>
              {say("whoBought")}
            </ButtonLink>
          ) : null
        }
      />
      {done ? <Outcome plan={plan} done={done} /> : null}
      {canWrite ? (
        <Card title={say("draftTitle")} aside={<DraftNote plan={plan} />}>
          <PageForm key={formKey} intent="draft" formKey={formKey} answer={answer} className="space-y-6">
            <PlanFields text={text} currencies={currencies} />
            <SubmitButton look="secondary">{say("saveDraft")}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
      {text ? <OptionsCard {...{ planId: plan.id, text, sisters, canWrite, formKey, answer }} /> : null}
      {text ? <MetersCard {...{ planId: plan.id, meters: text.meters, canWrite }} /> : null}
      <PublishCard {...{ plan, canPublish, canWrite, formKey, answer }} />
      {canWrite ? <PlaceCard {...{ plan, formKey, answer }} /> : null}
      <VersionsCard plan={plan} />
    </Main>
  )
}

function Outcome({ plan, done }: { plan: Plan; done: Outcome }) {
  const say = useWords(words)
  const version = plan.versions[0]?.number
  const isFirst = done === "draftSaved" && version === undefined
  return (
    <Banner tone="good">{isFirst ? say("firstDraftSaved") : say(done, { version: version ?? 0 })}</Banner>
  )
}

function DraftNote({ plan: { draft } }: { plan: Plan }) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  if (!draft) return null
  const at = formatInstant(draft.editedAt, language, timeZone)
  return (
    <span className="text-muted text-sm">
      {say("editedBy", { name: draft.editedBy || say("theHouse"), at })}
    </span>
  )
}

export { PageError as ErrorBoundary }
