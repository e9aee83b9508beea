import { type LoaderFunctionArgs, useLoaderData } from "react-router"
import { sellerIn } from "#tenancy/contract"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { servePage } from "../../serve-page.ts"
import { Prose } from "../../ui/prose.tsx"
import { useRoot } from "../../use-root.ts"
import { sameForVisitors } from "../../visitor-pages.ts"
import { AddressLines } from "../address-lines.tsx"
import { Seo } from "../seo.tsx"
import { ShopError } from "../shop-error.tsx"
import { describeOrganization } from "../structured-data.ts"
import { words } from "./content.words.ts"

export function loader(args: LoaderFunctionArgs) {
  return servePage(args, ({ api }) => api.content.about.get())
}

export default function AboutPage() {
  const text = useLoaderData<typeof loader>()
  const root = useRoot()
  return (
    <main id="content">
      <Seo
        title={text.title}
        description={text.summary || text.title}
        path="/about"
        data={root ? [describeOrganization(root)] : []}
      />
      <div className="shop-glow border-line border-b">
        <div className="mx-auto max-w-6xl space-y-5 px-4 py-14 sm:px-6 sm:py-24" lang={text.language}>
          <h1 className="shop-title max-w-3xl text-4xl sm:text-6xl">{text.title}</h1>
          <p className="shop-lead text-muted max-w-2xl text-lg sm:text-xl">{text.summary}</p>
        </div>
      </div>
      <div className="mx-auto grid max-w-6xl items-start gap-x-16 gap-y-12 px-4 py-12 sm:px-6 sm:py-16 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Prose html={text.html} language={text.language} />
        <SellerFacts />
      </div>
    </main>
  )
}

function SellerFacts() {
  const say = useWords(words)
  const language = useLanguage()
  const root = useRoot()
  if (!root) return null
  const seller = sellerIn(root.shop.seller, language)
  const facts = [
    { label: say("legalName"), value: seller.legalName },
    { label: say("representative"), value: seller.representative },
    {
      label: say("address"),
      value: seller.addressLines.length > 0 ? <AddressLines lines={seller.addressLines} /> : "",
    },
    { label: say("registration"), value: seller.registrationNumber },
    { label: say("email"), value: seller.email },
    {
      label: say("phone"),
      value: root.shopPhone ? <span className="whitespace-nowrap">{root.shopPhone.text}</span> : "",
    },
  ].filter(({ value }) => value !== "")
  return (
    <section className="border-line rounded-2xl border p-6" aria-labelledby="facts">
      <h2 id="facts" className="mb-4 font-semibold">
        {say("aboutFacts")}
      </h2>
      <dl className="space-y-3 text-sm">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-muted">{label}</dt>
            <dd className="font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export { ShopError as ErrorBoundary, sameForVisitors as headers }
