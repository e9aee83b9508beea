import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { readProfile } from "../../portal/identity/profile.ts"
import { words as profileWords } from "../../portal/identity/profile.words.ts"
import { ProfileFields } from "../../portal/identity/profile-fields.tsx"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { phoneInField, readPhoneField } from "../../ui/phone-rules.ts"
import { words } from "./edit-customer.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, newKey, language }) => {
    const profile = await api.identity.profiles.get({ id: args.params["account"] ?? "" })
    return {
      profile,
      phoneText: phoneInField(profile.phone, language, profile.country),
      countries: countriesIn(language),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  const id = args.params["account"] ?? ""
  return serveForm(args, async ({ services, key, values }) => {
    await services
      .withKey(key)
      .identity.profiles.save(readProfile(id, { ...values, phone: readPhoneField(values, "phone") }))
    return redirect(`/admin/customers/${id}`)
  })
}

export default function EditCustomerPage() {
  const say = useWords(words)
  const sayProfile = useWords(profileWords)
  const { profile, phoneText, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader
        title={say("title", { name: profile.name })}
        up={{ to: `/admin/customers/${profile.accountId}`, label: say("back") }}
      >
        {say("lead")}
      </PageHeader>
      <PageForm intent="save" formKey={formKey} answer={answer} className="space-y-6">
        <ProfileFields profile={profile} phoneText={phoneText} />
        <SubmitButton>{sayProfile("save")}</SubmitButton>
      </PageForm>
    </Main>
  )
}

export { PageError as ErrorBoundary }
