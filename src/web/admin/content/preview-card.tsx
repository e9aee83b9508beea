import { languagesFrom } from "../../i18n/languages-from.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { Prose } from "../../ui/prose.tsx"
import type { Page } from "./pages.ts"
import { words } from "./words.ts"

/** As visitors would read it, with the shop's facts in it: of what was last saved. */
export function PreviewCard({ page }: { page: Page }) {
  const say = useWords(words)
  return (
    <Card title={say("preview")}>
      {languagesFrom(useLanguage()).map((language) =>
        page.preview[language] === "" ? null : (
          <details key={language} className="border-line border-t pt-3">
            <summary className="text-sm font-medium">
              {say(language === "en" ? "inEnglish" : "inKorean")}
            </summary>
            <Prose html={page.preview[language]} language={language} className="py-4" />
          </details>
        ),
      )}
    </Card>
  )
}
