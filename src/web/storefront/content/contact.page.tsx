import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { contactTopics } from "#content/contract"
import { sellerIn } from "#tenancy/contract"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { CheckboxField, SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Icon } from "../../ui/icon.tsx"
import { useRoot } from "../../use-root.ts"
import { AddressLines } from "../address-lines.tsx"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { words } from "./content.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const isSent = new URL(args.request.url).searchParams.has("sent")
  return servePage(args, async ({ newKey, me }) => ({
    isSent,
    formKey: newKey(),
    // Who is signed in needs not be asked who they are.
    person: me.person ? { name: me.person.name, email: me.person.email } : null,
  }))
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    await services.withKey(key).content.contact.send({
      name: values["name"] ?? "",
      email: values["email"] ?? "",
      topic: contactTopics.find((topic) => topic === values["topic"]) ?? "other",
      message: values["message"] ?? "",
      agrees: (values["agrees"] === "yes") as true,
    })
    return redirect("/contact?sent=yes")
  })
}

export default function ContactPage() {
  const say = useWords(words)
  const { isSent } = useLoaderData<typeof loader>()
  return (
    <main
      id="content"
      className="mx-auto grid w-full max-w-6xl items-start gap-x-20 gap-y-12 px-4 py-12 sm:px-6 sm:py-16 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <Seo title={say("contactTitle")} description={say("contactLead")} path="/contact" />
      {isSent ? <Sent /> : <Letter />}
      <Places />
    </main>
  )
}

function Sent() {
  const say = useWords(words)
  return (
    <div className="space-y-5" role="status">
      <span className="bg-good-soft text-good flex size-12 items-center justify-center rounded-full">
        <Icon name="check" className="size-6" />
      </span>
      <h1 className="shop-title text-4xl sm:text-5xl">{say("sentTitle")}</h1>
      <p className="shop-lead text-muted text-lg">{say("sent")}</p>
      <ButtonLink to="/guides" look="secondary">
        {say("toGuides")}
      </ButtonLink>
    </div>
  )
}

function Letter() {
  const say = useWords(words)
  const { formKey, person } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <div className="min-w-0 space-y-8">
      <div className="space-y-4">
        <h1 className="shop-title text-4xl sm:text-5xl">{say("contactTitle")}</h1>
        <p className="shop-lead text-muted max-w-2xl text-lg">{say("contactLead")}</p>
      </div>
      <PageForm intent="contact" formKey={formKey} answer={answer} className="max-w-2xl space-y-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            name="name"
            label={say("name")}
            defaultValue={person?.name}
            required
            maxLength={80}
            autoComplete="name"
          />
          <TextField
            name="email"
            type="email"
            label={say("yourEmail")}
            help={say("emailHelp")}
            defaultValue={person?.email}
            required
            maxLength={254}
            autoComplete="email"
          />
        </div>
        <SelectField name="topic" label={say("topic")}>
          {contactTopics.map((topic) => (
            <option key={topic} value={topic}>
              {say(`topic.${topic}`)}
            </option>
          ))}
        </SelectField>
        <TextareaField
          name="message"
          label={say("message")}
          help={say("messageHelp")}
          rows={8}
          required
          minLength={10}
          maxLength={4_000}
        />
        <CheckboxField
          name="agrees"
          required
          label={say("agrees")}
          help={
            <>
              {say("agreesHelp")}{" "}
              <Link className="text-accent underline" to="/privacy" target="_blank">
                {say("readPrivacy")}
              </Link>
            </>
          }
        />
        <SubmitButton size="large">{say("send")}</SubmitButton>
      </PageForm>
    </div>
  )
}

function Places() {
  const say = useWords(words)
  const language = useLanguage()
  const root = useRoot()
  if (!root) return null
  const seller = sellerIn(root.shop.seller, language)
  return (
    <section className="border-line space-y-4 rounded-2xl border p-6 text-sm" aria-labelledby="places">
      <h2 id="places" className="text-base font-semibold">
        {say("contactPlaces")}
      </h2>
      <p className="flex items-start gap-3">
        <Icon name="mail" className="text-accent mt-0.5 size-4.5" />
        <a className="break-all underline" href={`mailto:${seller.email}`}>
          {seller.email}
        </a>
      </p>
      {root.shopPhone ? (
        <p className="flex items-start gap-3">
          <Icon name="phone" className="text-accent mt-0.5 size-4.5" />
          <a className="whitespace-nowrap underline" href={`tel:${root.shopPhone.dial}`}>
            {root.shopPhone.text}
          </a>
        </p>
      ) : null}
      {seller.addressLines.length > 0 ? (
        <p className="flex items-start gap-3">
          <Icon name="shop" className="text-accent mt-0.5 size-4.5" />
          <span>
            <AddressLines lines={seller.addressLines} />
          </span>
        </p>
      ) : null}
    </section>
  )
}

export { ShopError as ErrorBoundary }
