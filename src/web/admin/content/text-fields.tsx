import { languagesFrom } from "../../i18n/languages-from.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { TextareaField, TextField } from "../../ui/field.tsx"
import type { Page } from "./pages.ts"
import { words } from "./words.ts"

/** Both languages beside each other, the writer's first: whoever changes one sees the other. */
export function TextFields({ text }: { text?: Page["text"] }) {
  const say = useWords(words)
  return (
    <div className="grid gap-x-6 gap-y-8 lg:grid-cols-2">
      {languagesFrom(useLanguage()).map((language) => (
        <fieldset key={language} className="min-w-0 space-y-4" lang={language}>
          <legend className="mb-3 font-semibold">{say(language === "en" ? "inEnglish" : "inKorean")}</legend>
          <TextField
            name={`title/${language}`}
            label={say("name")}
            defaultValue={text?.title[language]}
            maxLength={120}
          />
          <TextField
            name={`summary/${language}`}
            label={say("summary")}
            help={say("summaryHelp")}
            defaultValue={text?.summary[language]}
            maxLength={240}
          />
          <TextareaField
            name={`body/${language}`}
            label={say("body")}
            help={say("bodyHelp")}
            defaultValue={text?.body[language]}
            rows={22}
            maxLength={60_000}
          />
        </fieldset>
      ))}
    </div>
  )
}
