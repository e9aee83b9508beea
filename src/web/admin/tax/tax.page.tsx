import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, type SubmittedForm, serveForm, servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { nameOfPlace } from "./place.ts"
import type { TaxFacts } from "./tax-facts.ts"
import { words } from "./words.ts"

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const Registrations = lazy(() =>
  import("./registrations.tsx").then((module) => ({ default: module.Registrations })),
)
const EndingExemptions = lazy(() =>
  import("./ending-exemptions.tsx").then((module) => ({ default: module.EndingExemptions })),
)
const LostNumbers = lazy(() =>
  import("./lost-numbers.tsx").then((module) => ({ default: module.LostNumbers })),
)
const UnprovedPlaces = lazy(() =>
  import("./unproved-places.tsx").then((module) => ({ default: module.UnprovedPlaces })),
)
const Rates = lazy(() => import("./rates.tsx").then((module) => ({ default: module.Rates })))
const ProductClasses = lazy(() =>
  import("./product-classes.tsx").then((module) => ({ default: module.ProductClasses })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, me, language, newKey }): Promise<TaxFacts> => {
    const mayClass = me.permissions.includes("catalog.range.read")
    return {
      settings: await api.tax.settings.get(),
      lost: me.permissions.includes("tax.vat-numbers.read")
        ? (await api.tax.vatNumbers.listLost()).items
        : [],
      ending: me.permissions.includes("tax.exemptions.read")
        ? (await api.tax.exemptions.listEnding()).items
        : [],
      products: mayClass
        ? (await api.catalog.range.products.list()).items.map(({ id, name }) => ({ id, name }))
        : [],
      shopTax: shop.tax,
      // By the server: a browser has other names for some countries, in another order.
      countries: countriesIn(language),
      canWrite: me.permissions.includes("tax.settings.write"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async (form) => {
    await act(form)
    return redirect("/admin/settings/tax?done=saved")
  })
}

type TaxApi = ReturnType<SubmittedForm["services"]["withKey"]>["tax"]

async function act({ services, intent, key, values }: SubmittedForm): Promise<void> {
  const { tax } = services.withKey(`${key}:${intent}`)
  const [name, id = ""] = intent.split(":")
  const text = (field: string) => values[field] ?? ""
  const place = { country: text("country"), region: text("region") }
  // What isn't one of the choices goes as what it is, and the API says no at its field.
  if (name === "policy") {
    await tax.settings.savePolicy({
      insidePrices: text("insidePrices"),
      elsewhere: text("elsewhere"),
      mode: text("mode"),
    } as Parameters<TaxApi["settings"]["savePolicy"]>[0])
  } else if (name === "register") {
    const scheme = text("scheme") as Parameters<TaxApi["registrations"]["add"]>[0]["scheme"]
    await tax.registrations.add({ ...place, number: text("number"), scheme, from: text("from") })
  } else if (name === "end") {
    await tax.registrations.end({ id, until: text("until") })
  } else if (name === "class") {
    await tax.products.save({ productId: id, taxClass: text("taxClass") })
  } else {
    await tax.rates.add({
      ...place,
      taxClass: text("taxClass") || undefined,
      percent: text("percent").replace(",", "."),
      sharePercent: text("share").replace(",", ".") || undefined,
      from: text("from"),
      source: text("source"),
    })
  }
}

export default function TaxPage() {
  const say = useWords(words)
  const language = useLanguage()
  const [search] = useSearchParams()
  const { settings, lost, ending, shopTax, countries, canWrite } = useLoaderData<TaxFacts>()
  return (
    <Main>
      <PageHeader title={say("title")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("lead")}
      </PageHeader>
      {search.get("done") ? <Banner tone="good">{say("saved")}</Banner> : null}
      {settings.isByPlace ? null : (
        <Banner tone="info">
          {say("oneRate", { label: shopTax.label[language], percent: shopTax.percent })}
        </Banner>
      )}
      {settings.gaps.map((one) => (
        <Banner key={`${one.country}${one.region}`} tone="warn">
          {say("gap", { place: nameOfPlace(one, countries) })}
        </Banner>
      ))}
      {settings.unprovedPlaces > 0 ? <UnprovedPlaces /> : null}
      {lost.length > 0 ? <LostNumbers /> : null}
      {ending.length > 0 ? <EndingExemptions /> : null}
      <Registrations />
      <Rates />
      {canWrite ? <Policy /> : null}
      {canWrite ? <ProductClasses /> : null}
    </Main>
  )
}

function Policy() {
  const say = useWords(words)
  const { settings, formKey } = useLoaderData<TaxFacts>()

  return (
    <Card title={say("policy")}>
      <PageForm intent="policy" formKey={formKey} answer={useActionData<FormAnswer>()}>
        <ChoiceField
          name="insidePrices"
          label={say("insidePrices")}
          defaultValue={settings.policy.insidePrices}
          choices={(["total_stays", "net_stays"] as const).map((one) => ({
            value: one,
            label: say(one),
            help: say(`${one}Help`),
          }))}
        />
        <ChoiceField
          name="elsewhere"
          label={say("elsewhere")}
          defaultValue={settings.policy.elsewhere}
          choices={(["none", "home"] as const).map((one) => ({ value: one, label: say(one) }))}
        />
        <ChoiceField
          name="mode"
          label={say("mode")}
          defaultValue={settings.policy.mode}
          choices={(["per_document", "truncated_lines"] as const).map((one) => ({
            value: one,
            label: say(one),
            help: say(`${one}Help`),
          }))}
        />
        <SubmitButton>{say("save")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

export { PageError as ErrorBoundary }
