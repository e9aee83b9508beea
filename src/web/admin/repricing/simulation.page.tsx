import { lazy, Suspense } from "react"
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router"
import { formatDay } from "../../i18n/format.ts"
import type { PlainKey } from "../../i18n/say.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { readPage } from "../../page-input.ts"
import { serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { cycles } from "../../ui/cycle.ts"
import { words as cycleWords } from "../../ui/cycle.words.ts"
import { EmptyState } from "../../ui/empty-state.tsx"
import { FilterChoice, FilterDay, Filters } from "../../ui/filters.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./simulation.words.ts"
import { readSimulation, readWish, type Simulation, views } from "./wish.ts"

/** No boundary around them: the server waits for them. Until something is chosen there is nothing to list. */
const SumsTable = lazy(() => import("./simulated.tsx").then((part) => ({ default: part.SumsTable })))
const SimulatedTable = lazy(() =>
  import("./simulated.tsx").then((part) => ({ default: part.SimulatedTable })),
)
/** With its dialog: fetched by itself, for most visits only look. */
const StartCard = lazy(() => import("./start-card.tsx").then(({ StartCard: part }) => ({ default: part })))

export function loader(args: LoaderFunctionArgs) {
  const { search, page } = readPage(args.request)
  return servePage(args, async ({ api, me, newKey }) => {
    const wish = readSimulation(search)
    const [range, plan, simulation] = await Promise.all([
      api.catalog.range.products.list(),
      wish.planId ? api.catalog.range.plans.get({ id: wish.planId }) : null,
      wish.planId || wish.productId ? api.repricing.simulate({ ...wish, ...page }) : null,
    ])
    const products = range.items.map(({ id, name, plans }) => ({
      id,
      name,
      plans: plans.map((one) => ({ id: one.id, name: one.name })),
    }))
    const versions = plan?.versions.map(({ id, number }) => ({ id, number })) ?? []
    const asked = [...search].filter(([name]) => !["after", "view"].includes(name))
    const canStart = me.permissions.includes("repricing.changes.write")
    return {
      products,
      versions,
      simulation,
      canStart,
      asked,
      otherwise: wish.withoutConsent,
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const accepted = values["acceptedPercent"]
    const { id } = await services.withKey(key).repricing.changes.start({
      ...readWish((name) => values[name] || undefined),
      note: values["note"] ?? "",
      ...(accepted ? { acceptedPercent: Number(accepted) } : {}),
    })
    return redirect(`/admin/price-changes/${id}?done=started`)
  })
}

export default function SimulationPage() {
  const say = useWords(words)
  const { simulation, canStart, formKey, asked, otherwise } = useLoaderData<typeof loader>()
  return (
    <Main>
      <PageHeader title={say("simulation")} up={{ to: "/admin/price-changes", label: say("title") }}>
        {say("simulationLead")}
      </PageHeader>
      <Wish />
      {simulation ? (
        <>
          <Ground simulation={simulation} />
          <SumsTable simulation={simulation} />
          <SimulatedTable simulation={simulation} />
          {canStart ? (
            <Suspense>
              <StartCard {...{ simulation, formKey, asked, otherwise }} />
            </Suspense>
          ) : null}
        </>
      ) : (
        <EmptyState icon="tag" title={say("choose")}>
          {say("chooseHelp")}
        </EmptyState>
      )}
    </Main>
  )
}

function Wish() {
  const say = useWords(words)
  const sayCycle = useWords(cycleWords)
  const language = useLanguage()
  const { products, versions, simulation } = useLoaderData<typeof loader>()
  const about = products.flatMap((product) => [
    { value: product.id, label: say("whole", { name: product.name[language] }) },
    ...product.plans.map((plan) => ({ value: plan.id, label: plan.name[language] })),
  ])
  const versionOptions = versions.map(({ id, number }) => ({
    value: id,
    label: say("versionName", { number }),
  }))
  const choices = (names: readonly PlainKey<(typeof words)["en"]>[]) =>
    names.map((name) => ({ value: name, label: say(name) }))
  return (
    <Filters {...(simulation ? { exportPath: "/admin/export/price-change-simulation" } : {})}>
      <FilterChoice name="about" label={say("about")} options={about} none={say("chooseOne")} />
      {versionOptions.length > 0 ? (
        <>
          <FilterChoice
            name="version"
            label={say("version")}
            options={versionOptions}
            none={say("versionDefault")}
          />
          <FilterChoice name="bought" label={say("bought")} options={versionOptions} />
        </>
      ) : null}
      <FilterDay name="from" label={say("from")} {...(simulation ? { shown: simulation.from } : {})} />
      <FilterChoice
        name="cycle"
        label={say("cycle")}
        options={cycles.map((cycle) => ({ value: cycle, label: sayCycle(cycle) }))}
      />
      <FilterChoice name="otherwise" label={say("otherwise")} options={choices(["end"])} none={say("keep")} />
      <FilterChoice name="view" label={say("view")} options={choices(views)} />
    </Filters>
  )
}

/** To what, from when, and which rule makes it so. */
function Ground({ simulation }: { simulation: Simulation }) {
  const say = useWords(words)
  const language = useLanguage()
  const { targets, from, rule } = simulation
  const names = targets
    .map(({ planName, version }) => say("planVersion", { plan: planName[language], number: version }))
    .join(", ")
  return (
    <div className="space-y-2 text-sm">
      <p>{say("targets", { targets: names, from: formatDay(from, language) })}</p>
      <p className="text-muted">
        {rule.country === ""
          ? say("houseRule", { ground: rule.ground[language] })
          : say("rule", { ground: rule.ground[language], from: formatDay(rule.from, language) })}
      </p>
      {targets.some(({ isPublished }) => !isPublished) ? (
        <Banner tone="info">{say("unpublished")}</Banner>
      ) : null}
    </div>
  )
}

export { PageError as ErrorBoundary }
