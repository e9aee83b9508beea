import type { ApiClient } from "../../api-context.ts"
import { withLanguage } from "../../i18n/languages.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { ProviderMark } from "./provider-mark.tsx"
import { byProvider, inReadersOrder } from "./provider-name.ts"
import { words } from "./words.ts"

export type Offered = Awaited<ReturnType<ApiClient["federation"]["offered"]>>["items"]

export interface ProviderButtonsProps {
  readonly offered: Offered
  readonly to: string
  readonly errand?: "prove"
}

/** Nothing at all where the shop has none. Links and not forms: they lead to another house. */
export function ProviderButtons({ offered, to, errand }: ProviderButtonsProps) {
  const say = useWords(words)
  const language = useLanguage()
  if (offered.length === 0) return null
  // The other house knows nothing of the language that this address says.
  const query = new URLSearchParams({ to: withLanguage(to, language), ...(errand ? { for: errand } : {}) })
  return (
    <div className="space-y-3">
      <p className="text-muted text-center text-sm">{say("or")}</p>
      <ul className="space-y-2">
        {inReadersOrder(offered, language).map(({ id, kind, name }) => (
          <li key={id}>
            <a
              href={`/federation/${id}/begin?${query}`}
              className="border-line-press bg-surface text-ink shadow-small hover:border-line-strong hover:bg-raised rounded-box flex min-h-9 items-center justify-center gap-2.5 border px-4 py-1 text-sm font-medium no-underline pointer-coarse:min-h-11"
            >
              <ProviderMark {...{ kind, name }} />
              {say("by", { name: byProvider(name, language) })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
