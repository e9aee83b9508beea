import type { Language } from "../../i18n/languages.ts"
import { useLanguage } from "../../i18n/use-words.ts"
import { PageHeader } from "../../ui/page-header.tsx"
import { useRoot } from "../../use-root.ts"

export interface LegalDocument {
  readonly title: string
  readonly version: string
  readonly sections: readonly { readonly title: string; readonly text: string }[]
}

/** A document of the demonstration company; its seller's name is filled in from the shop. */
export function LegalText({ document }: { document: Readonly<Record<Language, LegalDocument>> }) {
  const language = useLanguage()
  const seller = useRoot()?.shop.seller
  const { title, version, sections } = document[language]
  const fill = (text: string) =>
    text.replaceAll("{seller}", seller?.legalName ?? "").replaceAll("{email}", seller?.email ?? "")
  return (
    <main id="content" className="mx-auto w-full max-w-2xl space-y-6 px-4 py-10">
      <PageHeader title={title}>{version}</PageHeader>
      {sections.map((section) => (
        <section key={section.title} className="space-y-2">
          <h2 className="text-lg font-semibold">{section.title}</h2>
          <p className="whitespace-pre-line">{fill(section.text)}</p>
        </section>
      ))}
    </main>
  )
}
