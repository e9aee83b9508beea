import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, localPath, serveForm, servePage } from "../../serve-page.ts"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { withCookies } from "../../with-cookies.ts"
import { ConsentFields } from "../identity/consent-fields.tsx"
import { CountryField } from "../identity/country-field.tsx"
import { readConsents } from "../identity/read-consents.ts"
import { offerGone, readOffer } from "./read-offer.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, newKey }) => ({
    arrived: await api.federation.arrivals.look({ offer: readOffer(args.request) }),
    country: shop.seller.country,
    formKey: newKey(),
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values, key }) => {
    const offer = readOffer(args.request)
    await services.withKey(key).federation.arrivals.join({
      offer,
      name: values["name"] ?? "",
      country: values["country"] ?? "",
      language: services.language,
      consents: readConsents(values),
    })
    const { cookies, needsSecondFactor, returnTo } = await services.door.signInByOffer(offer)
    const sent = withCookies([...cookies, offerGone])
    if (needsSecondFactor) return redirect("/sign-in/second-factor", sent)
    return redirectDocument(localPath(returnTo), sent)
  })
}

export default function JoinPage() {
  const say = useWords(words)
  const { arrived, country, formKey } = useLoaderData<typeof loader>()
  const { providerName: provider, email, name } = arrived
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-12">
      <PageHeader title={say("joinTitle")}>{say("joinWhat", { provider, email })}</PageHeader>
      <PageForm intent="join" formKey={formKey} answer={useActionData<FormAnswer>()}>
        <TextField
          name="name"
          label={say("name")}
          required
          maxLength={120}
          autoComplete="name"
          defaultValue={name}
        />
        <CountryField country={country} />
        <ConsentFields />
        <SubmitButton className="w-full">{say("join")}</SubmitButton>
      </PageForm>
    </main>
  )
}

export { PageError as ErrorBoundary }
