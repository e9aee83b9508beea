import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { formatAmount } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { cartCookie, cartTokenOf } from "../../shop-cookies.ts"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { withCookies } from "../../with-cookies.ts"
import { openCart } from "../orders/open-cart.ts"
import { choiceQuery, cycleOrder, readChoice } from "./offer.ts"
import { TaxNote } from "./tax-note.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, newKey }) => {
    const choice = readChoice(args.request, shop)
    const slug = args.params["product"] ?? ""
    const product = await api.catalog.products.get({ slug, currency: choice.currency })
    const plan = product.plans.find((one) => one.slug === args.params["plan"])
    if (!plan) throw data(null, { status: 404 })
    return { product, plan, choice, formKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values, key }) => {
    const { currency } = readChoice(args.request, services.shop)
    const cart = await openCart(services, { token: cartTokenOf(args.request), currency, key })
    await services.withKey(`${key}:add`).orders.carts.addItem({
      token: cart.token,
      planId: values["planId"] ?? "",
      cycle: cycleOrder.find((cycle) => cycle === values["cycle"]) ?? "monthly",
      locationId: values["locationId"] ?? "",
      imageId: values["imageId"] ?? "",
      hostname: values["hostname"] ?? "",
    })
    return redirect("/cart", withCookies([cartCookie(cart.token, args.request)]))
  })
}

export default function ConfigurePage() {
  const say = useWords(words)
  const language = useLanguage()
  const { product, plan, choice } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-xl space-y-6 px-4 py-10">
      <PageHeader title={say("configureTitle", { plan: plan.name[language] })}>
        <TaxNote />
      </PageHeader>
      <ConfigureForm />
      <p>
        <Link className="text-accent underline" to={`/products/${product.slug}${choiceQuery(choice)}`}>
          {say("backToPlans")}
        </Link>
      </p>
    </main>
  )
}

function ConfigureForm() {
  const say = useWords(words)
  const language = useLanguage()
  const { product, plan, choice, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const setup = (minor: string, price: string) => (minor === "0" ? "" : ` (${say("setupFee", { price })})`)
  return (
    <PageForm intent="add" formKey={formKey} answer={answer}>
      <input type="hidden" name="planId" value={plan.id} />
      <SelectField name="cycle" label={say("cycle")} defaultValue={choice.cycle}>
        {plan.prices.map((price) => (
          <option key={price.id} value={price.cycle}>
            {say(price.cycle)}: {formatAmount(price.amount, language)}
            {setup(price.setupFee.minor, formatAmount(price.setupFee, language))}
          </option>
        ))}
      </SelectField>
      <SelectField name="locationId" label={say("location")}>
        {product.locations.map((location) => (
          <option key={location.id} value={location.id}>
            {location.name[language]}
          </option>
        ))}
      </SelectField>
      <SelectField name="imageId" label={say("image")}>
        {product.images.map((image) => (
          <option key={image.id} value={image.id}>
            {image.name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="hostname"
        label={say("hostname")}
        help={say("hostnameHelp")}
        required
        maxLength={253}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton>{say("addToCart")}</SubmitButton>
    </PageForm>
  )
}

export { PageError as ErrorBoundary }
