import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router"
import { rememberLanguage } from "../../i18n/language-cookie.ts"
import { languageNames, languages, withLanguage } from "../../i18n/languages.ts"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { PhoneField } from "../../ui/phone-field.tsx"
import { phoneInField, readPhoneField } from "../../ui/phone-rules.ts"
import { withCookies } from "../../with-cookies.ts"
import { words } from "./person.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, shop, language, newKey }) => {
    const person = await api.identity.person.get()
    const { country } = shop.seller
    return {
      person,
      country,
      phoneText: phoneInField(person.phone, language, country),
      isProved: (await api.identity.security.get()).isProved,
      isSaved: new URL(args.request.url).searchParams.get("did") === "saved",
      formKey: newKey(),
    }
  })
}

type Done = { readonly did: "saved" } | { readonly did: "sent"; readonly email: string }

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { person } = services.withKey(`${key}:${intent}`).identity
    if (intent === "email") {
      const { sentTo } = await person.changeEmail({ email: values["email"] ?? "" })
      return { did: "sent", email: sentTo } satisfies Done
    }
    const language = values["language"] === "ko" ? "ko" : "en"
    const before = await services.api.identity.person.get()
    await person.save({
      name: values["name"] ?? "",
      phone: readPhoneField(values, "phone"),
      country: services.shop.seller.country,
      language,
    })
    const saved = { did: "saved" } satisfies Done
    // A Korean address says a language by itself: only who now chooses another one leaves it.
    if (services.language === "ko" && before.language === language) return saved
    const remembered = withCookies([rememberLanguage(language)])
    if (language === services.language) return data(saved, remembered)
    // Whole: the router would lead a path into the language of this address again.
    const { origin } = new URL(args.request.url)
    return redirectDocument(origin + withLanguage("/portal/person?did=saved", language), remembered)
  })
}

export default function PersonPage() {
  const say = useWords(words)
  const { person, phoneText, country, isProved, isSaved, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer | Done>()
  const refused = answer && "problem" in answer ? answer : undefined
  const done: Done | undefined =
    answer && "did" in answer ? answer : isSaved && !refused ? { did: "saved" } : undefined
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead")}</PageHeader>
      {done ? (
        <Banner tone="good" isAlert>
          {done.did === "sent" ? say("sent", { email: done.email }) : say("saved")}
        </Banner>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={say("person")}>
          <PageForm intent="person" formKey={formKey} answer={refused}>
            <TextField
              name="name"
              label={say("name")}
              required
              maxLength={120}
              autoComplete="name"
              defaultValue={person.name}
            />
            <PhoneField
              name="phone"
              label={say("phone")}
              help={say("phoneHelp")}
              country={country}
              defaultValue={phoneText}
              kept={person.phone}
            />
            <SelectField name="language" label={say("language")} defaultValue={person.language}>
              {languages.map((language) => (
                <option key={language} value={language} lang={language}>
                  {languageNames[language]}
                </option>
              ))}
            </SelectField>
            <SubmitButton>{say("save")}</SubmitButton>
          </PageForm>
        </Card>
        <Card title={say("email")}>
          <p className="text-sm">{say("emailNow", { email: person.email })}</p>
          <p className="text-muted text-sm">{say("emailWhat")}</p>
          <PageForm intent="email" formKey={formKey} answer={refused}>
            <TextField
              name="email"
              label={say("newEmail")}
              type="email"
              required
              maxLength={254}
              autoComplete="email"
            />
            <SubmitButton look="secondary">{say("changeEmail")}</SubmitButton>
            {isProved ? null : <p className="text-muted text-sm">{say("asksFirst")}</p>}
          </PageForm>
        </Card>
      </div>
    </Main>
  )
}

export { PageError as ErrorBoundary }
