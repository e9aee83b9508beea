import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import type { Shop } from "../../api-context.ts"
import type { Language } from "../../i18n/languages.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { type Country, countriesIn } from "../../storefront/orders/countries.ts"
import { Banner } from "../../ui/banner.tsx"
import { SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { PhoneField } from "../../ui/phone-field.tsx"
import { words } from "./settings.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, language, newKey }) => {
    const { name, seller, defaultLanguage } = await api.tenancy.shop.get()
    const other = defaultLanguage === "en" ? ("ko" as const) : ("en" as const)
    return { name, seller, other, countries: countriesIn(language), isSaved, formKey: newKey() }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const text = (name: string) => values[name] ?? ""
    await services.withKey(key).tenancy.seller.save({
      name: text("name"),
      legalName: text("legalName"),
      representative: text("representative"),
      addressLines: linesOf(text("addressLines")),
      country: text("country").trim().toUpperCase(),
      registrationNumber: text("registrationNumber"),
      taxId: text("taxId"),
      mailOrderNumber: text("mailOrderNumber").trim() || null,
      email: text("email").trim(),
      phone: text("phone"),
      translations: {
        [text("other") === "ko" ? "ko" : "en"]: {
          legalName: text("otherLegalName"),
          representative: text("otherRepresentative"),
          addressLines: linesOf(text("otherAddressLines")),
          phone: text("otherPhone"),
        },
      },
    })
    return redirect("/admin/settings/seller?saved=yes")
  })
}

function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim())
}

export default function SellerPage() {
  const say = useWords(words)
  const { name, seller, other, countries, isSaved, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const gaps = [
    seller.representative ? null : say("representative"),
    seller.addressLines.length > 0 ? null : say("address"),
    seller.registrationNumber ? null : say("registration"),
    seller.phone ? null : say("phone"),
  ].filter((gap) => gap !== null)
  return (
    <Main>
      <PageHeader title={say("seller")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("sellerWhat")}
      </PageHeader>
      {isSaved ? <Banner tone="good">{say("saved")}</Banner> : null}
      {gaps.length > 0 ? <Banner tone="warn">{say("gaps", { gaps: gaps.join(", ") })}</Banner> : null}
      <SellerForm {...{ name, seller, other, countries, formKey, answer }} />
    </Main>
  )
}

interface SellerFormProps {
  readonly name: string
  readonly seller: Shop["seller"]
  /** The shop's pages in it show what is written for it here. */
  readonly other: Language
  readonly countries: readonly Country[]
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

function SellerForm({ name, seller, other, countries, formKey, answer }: SellerFormProps) {
  const say = useWords(words)
  return (
    <PageForm
      intent="save"
      formKey={formKey}
      answer={answer}
      className="grid max-w-3xl gap-4 sm:grid-cols-2 sm:items-start"
    >
      <TextField name="name" label={say("shopName")} defaultValue={name} required maxLength={80} />
      <TextField
        name="legalName"
        label={say("legalName")}
        defaultValue={seller.legalName}
        required
        maxLength={160}
      />
      <TextField
        name="representative"
        label={say("representative")}
        defaultValue={seller.representative}
        maxLength={160}
      />
      <TextField
        name="registrationNumber"
        label={say("registration")}
        defaultValue={seller.registrationNumber}
        maxLength={40}
      />
      <TextField name="taxId" label={say("taxId")} defaultValue={seller.taxId} maxLength={40} />
      <TextField
        name="mailOrderNumber"
        label={say("mailOrder")}
        defaultValue={seller.mailOrderNumber ?? ""}
        maxLength={60}
      />
      <TextField
        name="email"
        type="email"
        label={say("email")}
        defaultValue={seller.email}
        required
        maxLength={254}
      />
      <Whereabouts {...{ seller, other, countries }} />
      <OtherLanguage {...{ seller, other }} />
      <p className="sm:col-span-2">
        <SubmitButton>{say("save")}</SubmitButton>
      </p>
    </PageForm>
  )
}

function Whereabouts({ seller, other, countries }: Pick<SellerFormProps, "seller" | "other" | "countries">) {
  const say = useWords(words)
  return (
    <>
      <PhoneField
        name="phone"
        label={say("phone")}
        country={seller.country}
        countryFrom="country"
        language={other === "ko" ? "en" : "ko"}
        defaultValue={seller.phone}
        autoComplete="off"
      />
      <TextareaField
        name="addressLines"
        label={say("address")}
        defaultValue={seller.addressLines.join("\n")}
        rows={4}
      />
      <SelectField name="country" label={say("country")} defaultValue={seller.country} required>
        {countries.map(({ code, name: country }) => (
          <option key={code} value={code}>
            {country}
          </option>
        ))}
      </SelectField>
    </>
  )
}

function OtherLanguage({ seller, other }: Pick<SellerFormProps, "seller" | "other">) {
  const say = useWords(words)
  const written = seller.translations?.[other]
  return (
    <fieldset className="grid gap-4 sm:col-span-2 sm:grid-cols-2 sm:items-start">
      <legend className="mb-2 font-semibold">{say("otherLanguage", { language: other })}</legend>
      <p className="text-muted text-sm sm:col-span-2">{say("otherLanguageWhat")}</p>
      <input type="hidden" name="other" value={other} />
      <TextField
        name="otherLegalName"
        label={say("legalName")}
        defaultValue={written?.legalName ?? ""}
        maxLength={160}
      />
      <TextField
        name="otherRepresentative"
        label={say("representative")}
        defaultValue={written?.representative ?? ""}
        maxLength={160}
      />
      <TextareaField
        name="otherAddressLines"
        label={say("address")}
        defaultValue={written?.addressLines.join("\n") ?? ""}
        rows={4}
      />
      <PhoneField
        name="otherPhone"
        label={say("phone")}
        country={seller.country}
        countryFrom="country"
        language={other}
        defaultValue={written?.phone ?? ""}
        autoComplete="off"
      />
    </fieldset>
  )
}

export { PageError as ErrorBoundary }
