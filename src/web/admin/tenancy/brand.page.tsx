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
import { words } from "./settings.words.ts"

export function loader(args: LoaderFunctionArgs) {
  const isSaved = new URL(args.request.url).searchParams.has("saved")
  return servePage(args, async ({ api, newKey }) => ({
    brand: await api.tenancy.brand.get(),
    isSaved,
    formKey: newKey(),
  }))
}

export async function action(args: ActionFunctionArgs) {
  const picture = await readPicture(args.request.clone())
  return serveForm(args, async ({ services, intent, key, values }) => {
    const { brand } = services.withKey(`${key}:${intent}`).tenancy
    const [act, name] = intent.split(":")
    const kind = name === "favicon" ? "favicon" : "logo"
    if (act === "upload") await brand.savePicture({ kind, content: picture })
    else if (act === "remove") await brand.removePicture({ kind })
    else {
      await brand.save(readBrand(values))
    }
    return redirect("/admin/settings/brand?saved=yes")
  })
}

export default function BrandPage() {
  const say = useWords(words)
  const { brand, isSaved, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <Main>
      <PageHeader title={say("brand")} up={{ to: "/admin/settings", label: say("toSettings") }}>
        {say("brandWhat")}
      </PageHeader>
      {isSaved ? <Banner tone="good">{say("saved")}</Banner> : null}
      <BrandForm {...{ brand, formKey, answer }} />
      <BrandPictures {...{ brand, formKey, answer }} />
    </Main>
  )
}

export { PageError as ErrorBoundary }
