import { lazy } from "react"
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import { type FormAnswer, serveForm, servePage } from "../../serve-page.ts"
import { countriesIn } from "../../storefront/orders/countries.ts"
import { Banner } from "../../ui/banner.tsx"
import { EmptyState } from "../../ui/empty-state.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { phoneInField, readPhoneField } from "../../ui/phone-rules.ts"
import { readProfile } from "./profile.ts"
import { words } from "./profile.words.ts"
import { ProfileFields } from "./profile-fields.tsx"

/** Most profiles have no number that VIES knows of. */
const VatChecks = lazy(() =>
  import("../../ui/vat-checks.tsx").then((module) => ({ default: module.VatChecks })),
)

/** Most have no certificate either. */
const Exemptions = lazy(() =>
  import("./exemptions-card.tsx").then((module) => ({ default: module.ExemptionsCard })),
)

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, async ({ api, me, newKey, language }) => {
    const [account] = me.accounts
    const canSee = account !== undefined && me.permissions.includes("identity.profiles.read")
    const profile = canSee ? await api.identity.profiles.get({ id: account.id }) : null
    const asksVies = profile?.kind === "business" && profile.taxIds.length > 0
    const canSeeVat = asksVies && me.permissions.includes("tax.vat-numbers.read")
    const canSeeExemptions = profile !== null && me.permissions.includes("tax.exemptions.read")
    return {
      profile,
      phoneText: phoneInField(profile?.phone ?? null, language, profile?.country ?? ""),
      exemptions: canSeeExemptions ? (await api.tax.exemptions.list({ id: profile.accountId })).items : [],
      vat: profile && canSeeVat ? await api.tax.vatNumbers.list({ id: profile.accountId }) : null,
      canAskVies: me.permissions.includes("tax.vat-numbers.write"),
      canWrite: me.permissions.includes("identity.profiles.write"),
      isSaved: new URL(args.request.url).searchParams.has("saved"),
      countries: countriesIn(language),
      formKey: newKey(),
    }
  })
}

export function action(args: ActionFunctionArgs) {
  return serveForm(args, async ({ services, intent, key, values }) => {
    const [account] = services.me.accounts
    if (intent === "ask-vies") {
      await services.withKey(key).tax.vatNumbers.check({ id: account?.id ?? "" })
      return redirect("/portal/profile")
    }
    await services
      .withKey(key)
      .identity.profiles.save(
        readProfile(account?.id ?? "", { ...values, phone: readPhoneField(values, "phone") }),
      )
    return redirect("/portal/profile?saved=yes")
  })
}

export default function ProfilePage() {
  const say = useWords(words)
  const { profile, phoneText, vat, exemptions, canAskVies, canWrite, isSaved, countries, formKey } =
    useLoaderData<typeof loader>()
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
          <ProfileFields profile={profile} phoneText={phoneText} />
          {canWrite ? <SubmitButton>{say("save")}</SubmitButton> : null}
        </fieldset>
      </PageForm>
      {vat ? <VatChecks checks={vat} canAsk={canAskVies} {...{ formKey, answer }} /> : null}
      {exemptions.length > 0 ? <Exemptions exemptions={exemptions} countries={countries} /> : null}
    </Main>
  )
}

export { PageError as ErrorBoundary }
