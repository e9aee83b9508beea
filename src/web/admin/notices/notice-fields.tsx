import { useState } from "react"
import { languagesFrom } from "../../i18n/languages-from.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { CheckboxField, SelectField, TextareaField, TextField } from "../../ui/field.tsx"
import { words as noticeWords } from "../../ui/notice.words.ts"
import { RichText } from "../../ui/rich-text.tsx"
import { readMarkedText, writeMarkedText } from "./marked-text.ts"
import { importances, kinds, type Notice } from "./notice-form.ts"
import { words } from "./words.ts"

export interface NoticeFieldsProps {
  readonly notice?: Notice
  readonly tags: readonly { readonly id: string; readonly name: string }[]
  /** Where it is shown, by their names. */
  readonly countries?: string
  /** The end, as the shop's clock shows it. */
  readonly expiresAt: string
}

export function NoticeFields({ notice, tags, countries, expiresAt }: NoticeFieldsProps) {
  const say = useWords(words)
  const sayNotice = useWords(noticeWords)
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {languagesFrom(useLanguage()).map((language) => (
          <Written
            key={language}
            language={language}
            label={say(language === "en" ? "inEnglish" : "inKorean")}
            notice={notice}
          />
        ))}
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <SelectField name="kind" label={say("kind")} defaultValue={notice?.kind ?? "news"}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {sayNotice(`kind.${kind}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="importance"
            label={say("importance")}
            help={say("importanceHelp")}
            defaultValue={notice?.importance ?? "normal"}
          >
            {importances.map((importance) => (
              <option key={importance} value={importance}>
                {sayNotice(`importance.${importance}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            name="expiresAt"
            type="datetime-local"
            label={say("expiresAt")}
            help={say("expiresHelp")}
            defaultValue={expiresAt}
          />
        </Card>
        <AudienceFields {...{ notice, tags, countries }} />
      </div>
    </>
  )
}

interface WrittenProps {
  readonly language: "en" | "ko"
  readonly label: string
  readonly notice: Notice | undefined
}

/** One language of it, with what its readers will see below. */
function Written({ language, label, notice }: WrittenProps) {
  const say = useWords(words)
  const first = notice?.body[language] ?? []
  const [blocks, setBlocks] = useState(first)
  return (
    <Card title={label}>
      <TextField
        name={`title/${language}`}
        label={say("subject")}
        maxLength={120}
        defaultValue={notice?.title[language]}
        autoComplete="off"
      />
      <TextareaField
        name={`body/${language}`}
        label={say("text")}
        help={say("textHelp")}
        rows={8}
        defaultValue={writeMarkedText(first)}
        onInput={(event) => setBlocks(readMarkedText(event.currentTarget.value))}
      />
      {blocks.length > 0 ? (
        <section className="border-line space-y-2 border-t pt-3" lang={language}>
          <h3 className="text-muted text-xs font-medium">{say("preview")}</h3>
          <RichText blocks={blocks} />
        </section>
      ) : null}
    </Card>
  )
}

function AudienceFields({
  notice,
  tags,
  countries,
}: Pick<NoticeFieldsProps, "tags" | "countries"> & { readonly notice: Notice | undefined }) {
  const say = useWords(words)
  const audience = notice?.audience
  return (
    <Card title={say("audience")}>
      <SelectField
        name="accountKind"
        label={say("accountKind")}
        defaultValue={audience?.accountKinds.length === 1 ? audience.accountKinds[0] : ""}
      >
        <option value="">{say("allKinds")}</option>
        <option value="consumer">{say("consumer")}</option>
        <option value="business">{say("business")}</option>
      </SelectField>
      <TextField
        name="countries"
        label={say("countries")}
        help={say("countriesHelp")}
        defaultValue={countries}
        autoComplete="off"
      />
      <CheckboxField
        name="needsService"
        label={say("needsService")}
        defaultChecked={audience?.needsService ?? false}
      />
      {tags.length > 0 ? (
        <fieldset className="space-y-2">
          <legend className="pb-1 text-sm font-medium">{say("tags")}</legend>
          {tags.map((tag) => (
            <CheckboxField
              key={tag.id}
              name={`tag:${tag.id}`}
              label={tag.name}
              defaultChecked={audience?.tagIds.includes(tag.id) ?? false}
            />
          ))}
        </fieldset>
      ) : null}
    </Card>
  )
}
