import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { cartTokenOf, referralCodeOf } from "../../shop-cookies.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { CheckboxField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { Method } from "../../ui/method-facts.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PhoneField } from "../../ui/phone-field.tsx"
import { listUsableMethods } from "../../ui/usable-methods.ts"
import { useRoot } from "../../use-root.ts"
import { ConsentFields } from "../identity/consent-fields.tsx"
import { CountryField } from "../identity/country-field.tsx"
import { PrivateTitle } from "../private-title.tsx"
import { type Cart, findCart } from "./open-cart.ts"
import { OrderSummary } from "./order-summary.tsx"
import { placeOrder } from "./place-order.ts"
import { asksMethod, TrialMethod } from "./trial-method.tsx"
import { words } from "./words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async (services) => {
    const cart = await findCart(services, cartTokenOf(args.request))
    if (cart?.orderId) throw redirect(`/orders/${cart.orderId}`)
    const account = services.me.role === "customer" ? services.me.accounts[0] : undefined
    const country = account
      ? (await services.api.identity.accounts.get({ id: account.id })).country
      : (cart?.taxPlace?.country ?? services.shop.seller.country)
    const methods = account && cart && asksMethod(cart) ? await listUsableMethods(services, account.id) : []
    return {
      cart: cart ?? null,
      isKnown: account !== undefined,
      country,
      methods,
      formKey: services.newKey(),
      methodKey: services.newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async (form) => {
    if (form.intent === "add-method") {
      const { services, key } = form
      const accountId = services.me.accounts[0]?.id ?? ""
      const setup = await services.withKey(key).payments.setups.start({ id: accountId })
      return redirect(`/add-method/${setup.id}`)
    }
    const placed = await placeOrder(form, cartTokenOf(args.request) ?? "", referralCodeOf(args.request))
    const next = placed.attemptId ? `/pay/${placed.attemptId}` : `/orders/${placed.orderId}`
    return redirect(next)
  })
}

export default function CheckoutPage() {
  const say = useWords(words)
  const { cart, isKnown, methods, formKey, methodKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (cart === null || cart.items.length === 0) {
    return (
      <main id="content" className="mx-auto w-full max-w-3xl grow space-y-8 px-4 py-12 sm:px-6 sm:py-16">
        <PrivateTitle title={say("checkoutTitle")} />
        <EmptyState icon="order" title={say("cartEmpty")}>
          <ButtonLink to="/products">{say("choosePlan")}</ButtonLink>
        </EmptyState>
      </main>
    )
  }
  const isTrial = cart.items.some(({ trial }) => trial !== null)
  // What is used before it is paid for is for somebody we know, and needs what is charged afterwards.
  const needsMethod = isKnown && asksMethod(cart) && methods.length === 0
  const isClosed = (isTrial && !isKnown) || needsMethod
  return (
    <main id="content" className="mx-auto w-full max-w-6xl grow space-y-8 px-4 py-12 sm:px-6 sm:py-16">
      <PrivateTitle title={say("checkoutTitle")} />
      <PageForm
        intent={needsMethod ? "add-method" : "order"}
        formKey={needsMethod ? methodKey : formKey}
        answer={answer}
        className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]"
      >
        <Card title={say("account")}>
          {isTrial && !isKnown ? <TrialSignIn /> : <BuyerFields />}
          {isKnown ? <TrialMethod {...{ cart, methods }} /> : null}
        </Card>
        <Card title={say("summary")} className="lg:sticky lg:top-24">
          <OrderSummary cart={cart} />
          <input type="hidden" name="totalShown" value={`${cart.total.minor} ${cart.total.currency}`} />
          {isClosed ? null : <Ordering {...{ cart, methods }} />}
        </Card>
      </PageForm>
    </main>
  )
}

/** Where the country alone does not say which tax is charged. */
const countriesWithRegions: readonly string[] = ["US", "CA"]

function TrialSignIn() {
  const say = useWords(words)
  return (
    <div className="space-y-4">
      <p className="text-sm">{say("trialSignIn")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/sign-in?to=/checkout">{say("signIn")}</ButtonLink>
        <ButtonLink to="/sign-up" look="secondary">
          {say("signUp")}
        </ButtonLink>
      </div>
    </div>
  )
}

/** Who will be charged some day says so with the button; who will not begins a trial. */
function Ordering({ cart, methods }: { cart: Cart; methods: readonly Method[] }) {
  const say = useWords(words)
  const isFree = cart.total.minor === "0" && methods.length === 0
  return (
    <>
      <Agreement />
      <SubmitButton size="large" className="w-full">
        {say(isFree ? "beginTrial" : "placeOrder")}
      </SubmitButton>
      <p className="text-muted text-sm">{say(cart.total.minor === "0" ? "trialHelp" : "placeHelp")}</p>
    </>
  )
}

function BuyerFields() {
  const say = useWords(words)
  const me = useRoot()?.me
  const { isKnown, country, cart } = useLoaderData<typeof loader>()
  const asksRegion = countriesWithRegions.includes(cart?.taxPlace?.country ?? "")
  if (isKnown && me?.person) {
    return (
      <>
        <input type="hidden" name="country" value={country} />
        <p className="text-sm">{say("signedInAs", { name: me.person.name, email: me.person.email })}</p>
      </>
    )
  }
  return (
    <div className="space-y-4">
      <p className="text-sm">
        <Link className="text-accent underline" to="/sign-in?to=/checkout">
          {say("haveAccount")}
        </Link>
      </p>
      <TextField name="person/name" label={say("name")} required maxLength={120} autoComplete="name" />
      <TextField
        name="person/email"
        label={say("email")}
        help={say("emailHelp")}
        type="email"
        required
        maxLength={254}
        autoComplete="email"
      />
      <TextField
        name="person/password"
        label={say("password")}
        help={say("passwordHelp")}
        type="password"
        required
        minLength={12}
        maxLength={128}
        autoComplete="new-password"
      />
      <CountryField country={country} />
      {asksRegion ? (
        <TextField
          name="region"
          label={say("region")}
          help={say("regionHelp")}
          maxLength={3}
          defaultValue={cart?.taxPlace?.region}
          autoComplete="address-level1"
        />
      ) : null}
      <PhoneField name="person/phone" label={say("phone")} country={country} countryFrom="country" />
      <TextField name="company" label={say("company")} maxLength={160} autoComplete="organization" />
      <TextField name="taxId" label={say("taxId")} maxLength={40} autoComplete="off" />
      <ConsentFields below="person/" />
    </div>
  )
}

function Agreement() {
  const say = useWords(words)
  return (
    <CheckboxField
      name="acceptTerms"
      value="yes"
      required
      label={say("agree")}
      help={
        <Link className="text-accent underline" to="/terms" target="_blank">
          {say("readTerms")}
        </Link>
      }
    />
  )
}

export { PageError as ErrorBoundary }
