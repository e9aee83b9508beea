import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { ChoiceField } from "../../ui/choice-field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { readPolicy } from "../refunds/read-policy.ts"
import { PlanTable } from "./plan-table.tsx"
import { readProductForm, readVisibility, visibilities, visibilityTones } from "./range.ts"
import { words } from "./words.ts"

const ProductPolicyCard = lazy(() =>
  import("../refunds/product-policy-card.tsx").then((module) => ({ default: module.ProductPolicyCard })),
)

/** No boundary around them: the server waits for them, and without scripts they are all there. */
const ProductFields = lazy(() =>
  import("./product-fields.tsx").then((module) => ({ default: module.ProductFields })),
)

const outcomes = ["saved", "created"] as const

export function loader(args: LoaderFunctionArgs) {
  const done = new URL(args.request.url).searchParams.get("done")
  return servePage(args, async ({ api, me, shop, newKey }) => ({
    product: await api.catalog.range.products.get({ id: args.params["product"] ?? "" }),
    refunds: me.permissions.includes("billing.refund-policy.read")
      ? await api.billing.refundPolicy.getForProduct({ id: args.params["product"] ?? "" })
      : null,
    mayRefund: me.permissions.includes("billing.refund-policy.write"),
    currencies: shop.currencies,
    canWrite: me.permissions.includes("catalog.range.write"),
    done: outcomes.find((outcome) => outcome === done),
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const id = args.params["product"] ?? ""
    const { refundPolicy } = services.withKey(`${key}:${intent}`).billing
    if (intent === "refunds") {
      await refundPolicy.saveForProduct({ id, ...readPolicy(values, services.shop.currencies) })
      return redirect(`/admin/catalog/${id}?done=saved`)
    }
    if (intent === "dropRefunds") {
      await refundPolicy.dropForProduct({ id })
      return redirect(`/admin/catalog/${id}?done=saved`)
    }
    const state = readVisibility(values["state"])
    await services.withKey(key).catalog.range.products.save({ id, state, ...readProductForm(values) })
    return redirect(`/admin/catalog/${id}?done=saved`)
  })
}

export default function ProductPage() {
  const say = useWords(words)
  const language = useLanguage()
  const { product, canWrite, refunds, mayRefund, currencies, done, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={product.name[language]}
        up={{ to: "/admin/catalog", label: say("backTo") }}
        aside={<Badge tone={visibilityTones[product.state]}>{say(product.state)}</Badge>}
        actions={
          canWrite ? (
            <ButtonLink to={`/admin/catalog/${product.id}/plans/new`}>{say("addPlan")}</ButtonLink>
          ) : null
        }
      />
      {done ? <Banner tone="good">{say(done)}</Banner> : null}
      <section className="space-y-3" aria-labelledby="plans">
        <h2 id="plans" className="text-lg font-semibold">
          {say("plans")}
        </h2>
        <PlanTable product={product} />
      </section>
      {canWrite ? (
        <Card title={say("place")}>
          <PageForm key={formKey} intent="save" formKey={formKey} answer={answer} className="space-y-6">
            <ChoiceField
              name="state"
              label={say("visibility")}
              defaultValue={product.state}
              choices={visibilities.map((value) => ({ value, label: say(value), help: say(`${value}Help`) }))}
            />
            <ProductFields product={product} />
            <SubmitButton>{say("save")}</SubmitButton>
          </PageForm>
        </Card>
      ) : null}
      {refunds ? (
        <ProductPolicyCard policy={refunds} canWrite={mayRefund} {...{ currencies, formKey, answer }} />
      ) : null}
    </Main>
  )
}

export { PageError as ErrorBoundary }
