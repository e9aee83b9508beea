import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { currencyCodes } from "#kit/money.ts"
import { languageNames, languages } from "../../i18n/languages.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { words } from "./tenants.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ me, language, newKey }) => {
    if (!me.permissions.includes("tenancy.tenants.write")) throw data(null, { status: 403 })
    return { countries: countriesIn(language), formKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const { tenants } = services.withKey(key).tenancy
    const made = await tenants.create({
      name: values["name"] ?? "",
      slug: values["slug"] ?? "",
      url: values["url"] ?? "",
      defaultLanguage: values["defaultLanguage"] === "ko" ? "ko" : "en",
      currency: currencyCodes.find((code) => code === values["currency"]) ?? "EUR",
      timeZone: values["timeZone"] ?? "",
      country: (values["country"] ?? "").trim().toUpperCase(),
      taxPercent: values["taxPercent"] ?? "",
      operatorEmail: (values["operatorEmail"] ?? "").trim(),
    })
    return redirect(`/admin/tenants/${made.id}`)
  })
}

export default function CreateTenantPage() {
  const say = useWords(words)
  const { countries, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("create")} up={{ to: "/admin/tenants", label: say("back") }}>
        {say("createLead")}
      </PageHeader>
      <PageForm
        intent="create"
        formKey={formKey}
        answer={answer}
        className="grid max-w-3xl gap-4 sm:grid-cols-2 sm:items-start"
      >
        <TextField name="name" label={say("shopName")} required maxLength={80} />
        <TextField name="slug" label={say("slug")} help={say("slugHelp")} required maxLength={40} />
        <TextField name="url" type="url" label={say("url")} help={say("urlHelp")} required maxLength={260} />
        <TextField
          name="operatorEmail"
          type="email"
          autoComplete="off"
          label={say("operator")}
          required
          maxLength={254}
        />
        <SelectField name="defaultLanguage" label={say("language")} help={say("languageHelp")}>
          {languages.map((language) => (
            <option key={language} value={language}>
              {languageNames[language]}
            </option>
          ))}
        </SelectField>
        <SelectField name="currency" label={say("currency")} defaultValue="EUR">
          {currencyCodes.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </SelectField>
        <TextField
          name="timeZone"
          label={say("timeZone")}
          help={say("timeZoneHelp")}
          defaultValue="Europe/Berlin"
          required
        />
        <SelectField
          name="country"
          label={say("country")}
          help={say("countryHelp")}
          defaultValue="DE"
          required
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField name="taxPercent" label={say("tax")} defaultValue="19" inputMode="decimal" required />
        <p className="sm:col-span-2">
          <SubmitButton>{say("create")}</SubmitButton>
        </p>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
