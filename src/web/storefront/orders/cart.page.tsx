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
import { PageHeader } from "../../ui/page-header.tsx"
import { findCart } from "./open-cart.ts"
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
  return serveForm(args, async ({ services, values, key }) => {
    const token = cartTokenOf(args.request) ?? ""
    const itemId = values["itemId"] ?? ""
    const cart = await findCart(services, token)
    // The second click of a double click finds the line gone, which is what was wanted.
    if (cart?.items.some((item) => item.id === itemId)) {
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
    <main id="content" className="mx-auto w-full max-w-2xl space-y-6 px-4 py-10">
      <PageHeader title={say("cartTitle")} />
      {cart === null || cart.items.length === 0 ? (
        <EmptyState title={say("cartEmpty")}>
          <ButtonLink to="/">{say("choosePlan")}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <OrderSummary
            cart={cart}
            lineAside={(item) => (
              <PageForm intent="remove" formKey={formKey} answer={answer}>
                <input type="hidden" name="itemId" value={item.id} />
                <SubmitButton look="quiet" aria-label={say("removeItem", { hostname: item.hostname })}>
                  {say("remove")}
                </SubmitButton>
              </PageForm>
            )}
          />
          <p>
            <ButtonLink to="/checkout">{say("toCheckout")}</ButtonLink>
          </p>
        </>
      )}
    </main>
  )
}

export { PageError as ErrorBoundary }
