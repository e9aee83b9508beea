import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { cartCookie, cartTokenOf } from "../../shop-cookies.ts"
import { useRoot } from "../../use-root.ts"
import { withCookies } from "../../with-cookies.ts"
import { Crumbs } from "../crumbs.tsx"
import { openCart } from "../orders/open-cart.ts"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { describeCrumbs } from "../structured-data.ts"
import { words as shopWords } from "../words.ts"
import { ConfigureForm } from "./configure-form.tsx"
import { cycleOrder, type Product, readChoice } from "./offer.ts"
import { readChosen, readSetup } from "./setup.ts"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, newKey }) => {
    const choice = readChoice(args.request, shop)
    const slug = args.params["product"] ?? ""
    const product = await api.catalog.products.get({ slug, currency: choice.currency })
    const named = product.plans.find((one) => one.slug === args.params["plan"])
    if (!named) throw data(null, { status: 404 })
    // Without a script the form asks for the price of what was chosen, in the address.
    const asked = Object.fromEntries(new URL(args.request.url).searchParams)
    const setup = readSetup(product, named, choice.cycle, asked)
    return { product, named, setup, currency: choice.currency, formKey: newKey() }
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
      options: readChosen(values["planId"] ?? "", values),
      wantsTrial: values["wantsTrial"] === "yes",
    })
    return redirect("/cart", withCookies([cartCookie(cart.token, args.request)]))
  })
}

export default function ConfigurePage() {
  const say = useWords(words)
  const language = useLanguage()
  const { product, named, setup, currency, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const title = say("configureTitle", { plan: named.name[language] })
  return (
    <main id="content" className="mx-auto w-full max-w-6xl space-y-10 px-4 py-10 sm:px-6 sm:py-14">
      <Top {...{ product, title, slug: named.slug }} />
      <ConfigureForm
        product={product}
        setup={answer ? readSetup(product, named, setup.cycle, answer.values) : setup}
        currency={currency}
        formKey={formKey}
        answer={answer}
      />
    </main>
  )
}

function Top({ product, title, slug }: { product: Product; title: string; slug: string }) {
  const say = useWords(words)
  const sayShop = useWords(shopWords)
  const language = useLanguage()
  const origin = useRoot()?.origin ?? ""
  const crumbs = [
    { to: "/", label: sayShop("home") },
    { to: "/products", label: sayShop("products") },
    { to: `/products/${product.slug}`, label: product.name[language] },
    { to: `/products/${product.slug}/${slug}`, label: title },
  ]
  return (
    <div className="space-y-5">
      <Seo
        title={title}
        description={product.description[language]}
        path={`/products/${product.slug}/${slug}`}
        data={[describeCrumbs(crumbs, origin, language)]}
      />
      <Crumbs crumbs={crumbs} />
      <h1 className="shop-title text-3xl sm:text-4xl">{title}</h1>
      <p className="text-muted shop-lead">{say("configureLead")}</p>
    </div>
  )
}

export { ShopError as ErrorBoundary }
