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
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { PhoneField } from "../../ui/phone-field.tsx"
import { ProviderButtons } from "../federation/provider-buttons.tsx"
import { ConsentFields } from "./consent-fields.tsx"
import { CountryField } from "./country-field.tsx"
import { readConsents } from "./read-consents.ts"
import { words } from "./words.ts"

export function headers() {
  return { "cache-control": "no-store" }
}

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, newKey }) => ({
    country: shop.seller.country,
    formKey: newKey(),
    offered: (await api.federation.offered()).items,
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, values, key }) => {
    await services.withKey(key).identity.signUps.request({
      name: values["name"] ?? "",
      email: values["email"] ?? "",
      password: values["password"] ?? "",
      phone: values["phone"] || undefined,
      country: values["country"] ?? "",
      language: services.language,
      currency: services.shop.defaultCurrency,
      consents: readConsents(values),
    })
    return redirect("/check-your-mail")
  })
}

export default function SignUpPage() {
  const say = useWords(words)
  const { country, formKey, offered } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-md space-y-6 px-4 py-16">
      <PageHeader title={say("signUpTitle")} />
      <PageForm intent="sign-up" formKey={formKey} answer={useActionData<FormAnswer>()}>
        <TextField name="name" label={say("name")} required maxLength={120} autoComplete="name" />
        <TextField
          name="email"
          label={say("email")}
          type="email"
          required
          maxLength={254}
          autoComplete="email"
        />
        <TextField
          name="password"
          label={say("password")}
          help={say("passwordHelp")}
          type="password"
          required
          minLength={12}
          maxLength={128}
          autoComplete="new-password"
        />
        <CountryField country={country} />
        <PhoneField
          name="phone"
          label={say("phone")}
          help={say("phoneHelp")}
          country={country}
          countryFrom="country"
        />
        <ConsentFields />
        <SubmitButton className="w-full">{say("signUp")}</SubmitButton>
      </PageForm>
      <ProviderButtons offered={offered} to="/portal" />
      <p className="text-sm">
        <Link className="text-accent underline" to="/sign-in">
          {say("haveAccount")}
        </Link>
      </p>
    </main>
  )
}

export { PageError as ErrorBoundary }
