import type { ReactNode } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { cartTokenOf } from "../../shop-cookies.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { Breakable } from "../../ui/texts.tsx"
import { PrivateTitle } from "../private-title.tsx"
import { CouponBox } from "./coupon-box.tsx"
import { type Cart, findCart } from "./open-cart.ts"
import { OrderSummary } from "./order-summary.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const cart = await findCart(services, cartTokenOf(args.request))
    // A cart that became an order is empty again for the shopper.
    return { cart: cart && cart.orderId === null ? cart : null, formKey: services.newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, values, key }) => {
    const token = cartTokenOf(args.request) ?? ""
    const code = values["code"] ?? ""
    const { carts } = services.withKey(`${key}:${intent}:${code}`).orders
    if (intent === "coupon") {
      await carts.addCoupon({ token, code })
      return redirect("/cart")
    }
    if (intent === "remove-coupon") {
      await carts.removeCoupon({ token, code })
      return redirect("/cart")
    }
    const itemId = values["itemId"] ?? ""
    const cart = await findCart(services, token)
    // The second click of a double click finds the line gone, which is what was wanted.
    if ([...(cart?.items ?? []), ...(cart?.gone ?? [])].some(({ id }) => id === itemId)) {
      await services.withKey(`${key}:${itemId}`).orders.carts.removeItem({ token, itemId })
    }
    return redirect("/cart")
  })
}

export default function CartPage() {
  const say = useWords(words)
  const { cart, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <main id="content" className="mx-auto w-full max-w-3xl grow space-y-8 px-4 py-12 sm:px-6 sm:py-16">
      <PrivateTitle title={say("cartTitle")} />
      {cart === null || cart.items.length + cart.gone.length === 0 ? (
        <EmptyState icon="order" title={say("cartEmpty")}>
          <ButtonLink to="/products">{say("choosePlan")}</ButtonLink>
        </EmptyState>
      ) : (
        <div className="border-line bg-surface shadow-small space-y-6 rounded-2xl border p-5 sm:p-8">
          <GoneLines gone={cart.gone} remove={(item) => <Remove item={item} {...{ formKey, answer }} />} />
          {cart.items.length > 0 ? (
            <OrderSummary cart={cart} lineAside={(item) => <Remove item={item} {...{ formKey, answer }} />} />
          ) : null}
          {cart.items.length > 0 ? <CouponBox coupons={cart.coupons} {...{ formKey, answer }} /> : null}
          {cart.gone.length === 0 ? (
            <ButtonLink to="/checkout" size="large" className="w-full">
              {say("toCheckout")}
            </ButtonLink>
          ) : null}
        </div>
      )}
    </main>
  )
}

interface RemoveProps {
  readonly item: { readonly id: string; readonly hostname: string }
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

function Remove({ item, formKey, answer }: RemoveProps) {
  const say = useWords(words)
  return (
    <PageForm intent="remove" formKey={formKey} answer={answer}>
      <input type="hidden" name="itemId" value={item.id} />
      <SubmitButton look="quiet" aria-label={say("removeItem", { hostname: item.hostname })}>
        {say("remove")}
      </SubmitButton>
    </PageForm>
  )
}

interface GoneLinesProps {
  readonly gone: Cart["gone"]
  readonly remove: (item: Cart["gone"][number]) => ReactNode
}

/** Sold out or taken off since it was put in: said at its line, and the rest can go on. */
function GoneLines({ gone, remove }: GoneLinesProps) {
  const say = useWords(words)
  if (gone.length === 0) return null
  return (
    <section className="space-y-2" aria-labelledby="gone">
      <h2 id="gone" className="font-semibold">
        {say("goneTitle")}
      </h2>
      <p className="text-muted text-sm">{say("goneHelp")}</p>
      <ul className="divide-line border-line divide-y border-y">
        {gone.map((item) => (
          <li key={item.id} className="flex flex-wrap items-start justify-between gap-3 py-3">
            <div className="min-w-0">
              <p className="font-medium break-words">
                <Breakable text={item.hostname} />
              </p>
              <p className="text-warn text-sm">{item.why}</p>
            </div>
            <div className="ms-auto">{remove(item)}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}

export { PageError as ErrorBoundary }
