import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { SelectField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { addressLineCount, type Profile, readProfile } from "./profile.ts"
import { words } from "./profile.words.ts"
import { Addresses, Contacts, Country, LanguageField, TaxIds } from "./profile-lists.tsx"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey }) => {
    const [account] = me.accounts
    const canSee = account !== undefined && me.permissions.includes("identity.profiles.read")
    return {
      profile: canSee ? await api.identity.profiles.get({ id: account.id }) : null,
      canWrite: me.permissions.includes("identity.profiles.write"),
      isSaved: new URL(args.request.url).searchParams.has("saved"),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, key, values }) => {
    const [account] = services.me.accounts
    await services.withKey(key).identity.profiles.save(readProfile(account?.id ?? "", values))
    return redirect("/portal/profile?saved=yes")
  })
}

export default function ProfilePage() {
  const say = useWords(words)
  const { profile, canWrite, isSaved, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!profile) {
    return (
      <Main>
        <PageHeader title={say("title")} />
        <EmptyState title={say("none")} />
      </Main>
    )
  }
  return (
    <Main>
      <PageHeader title={say("title")}>{say("lead", { account: profile.name })}</PageHeader>
      {isSaved && !answer ? <Banner tone="good">{say("saved")}</Banner> : null}
      <PageForm intent="save" formKey={formKey} answer={answer} className="space-y-6">
        <fieldset disabled={!canWrite} className="min-w-0 space-y-6">
          <Who profile={profile} />
          <TaxIds profile={profile} />
          <Contacts profile={profile} />
          <Addresses profile={profile} />
          {canWrite ? <SubmitButton>{say("save")}</SubmitButton> : null}
        </fieldset>
      </PageForm>
    </Main>
  )
}

function Who({ profile }: { profile: Profile }) {
  const say = useWords(words)
  return (
    <Card title={say("who")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField name="kind" label={say("kind")} help={say("kindHelp")} defaultValue={profile.kind}>
          <option value="consumer">{say("consumer")}</option>
          <option value="business">{say("business")}</option>
        </SelectField>
        <TextField
          name="company"
          label={say("company")}
          defaultValue={profile.company ?? ""}
          maxLength={160}
        />
        <TextField
          name="personName"
          label={say("personName")}
          defaultValue={profile.personName}
          required
          maxLength={120}
          autoComplete="name"
        />
        <TextField
          name="email"
          label={say("email")}
          type="email"
          defaultValue={profile.email}
          required
          maxLength={254}
          autoComplete="email"
        />
        <TextField
          name="phone"
          label={say("phone")}
          type="tel"
          defaultValue={profile.phone ?? ""}
          maxLength={40}
          autoComplete="tel"
        />
        <LanguageField name="language" language={profile.language} />
        <Country name="country" country={profile.country} />
        <TextField
          name="purchaseOrder"
          label={say("purchaseOrder")}
          help={say("purchaseOrderHelp")}
          defaultValue={profile.purchaseOrder ?? ""}
          maxLength={80}
        />
      </div>
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="pb-2 text-sm font-medium">{say("address")}</legend>
        {Array.from({ length: addressLineCount }, (_, index) => (
          <TextField
            key={`line-${index + 1}`}
            name={`addressLines/${index}`}
            label={say("line", { number: index + 1 })}
            defaultValue={profile.addressLines[index]}
            maxLength={160}
          />
        ))}
      </fieldset>
    </Card>
  )
}

export { PageError as ErrorBoundary }
