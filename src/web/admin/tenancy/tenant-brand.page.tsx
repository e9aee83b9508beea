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
import { Main } from "../../ui/main.tsx"
import { PageError } from "../../ui/page-error.tsx"
import { PageHeader } from "../../ui/page-header.tsx"
import { BrandForm } from "./brand-form.tsx"
import { BrandPictures } from "./brand-pictures.tsx"
import { readBrand, readPicture } from "./read-brand.ts"
import { words } from "./tenants.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const id = args.params["tenant"] ?? ""
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, newKey }) => {
    const { tenants } = api.tenancy
    const [{ name }, brand] = [await tenants.get({ id }), await tenants.brand({ id })]
    return { id, name, brand, isSaved, formKey: newKey() }
  })
}

export async function action(args: ActionFunctionArgs) {
  const id = args.params["tenant"] ?? ""
  const picture = await readPicture(args.request.clone())
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { tenants } = services.withKey(`${key}:${intent}`).tenancy
    const [act, name] = intent.split(":")
    const kind = name === "favicon" ? "favicon" : "logo"
    if (act === "upload") await tenants.saveBrandPicture({ id, kind, content: picture })
    else if (act === "remove") await tenants.saveBrandPicture({ id, kind, content: null })
    else await tenants.saveBrand({ id, ...readBrand(values) })
    return redirect(`/admin/tenants/${id}/brand?saved=yes`)
  })
}

/** Another shop's looks, at its operator's wish; its own staff see in their audit what was changed. */
export default function TenantBrandPage() {
  const say = useWords(words)
  const { id, name, brand, isSaved, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("brandOf", { name })} up={{ to: `/admin/tenants/${id}`, label: name }}>
        {say("brandWhat")}
      </PageHeader>
      {isSaved ? <Banner tone="good">{say("brandSaved")}</Banner> : null}
      <BrandForm {...{ brand, formKey, answer }} />
      <BrandPictures {...{ brand, formKey, answer }} pictures={brand.pictures} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
