import { useHref } from "react-router"
import type { Language } from "../../i18n/languages.ts"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextareaField, TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { PreviewPane } from "./preview-pane.tsx"
import { TemplateValues } from "./template-values.tsx"
import type { Template, Words } from "./templates.ts"
import { words as pageWords } from "./templates.words.ts"

export interface TemplateEditorProps {
  readonly template: Template
  readonly asked: Language
  readonly words: Words
  readonly isOwn: boolean
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** Words on one side, what becomes of them on the other; below each other on a phone. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { template, asked, words, isOwn, canWrite, formKey, answer } = props
  const say = useWords(pageWords)
  const previewAt = useHref(`/admin/mail-templates/${template.id}/preview`)
  return (
    <>
      <PageForm
        intent="save"
        formKey={formKey}
        answer={answer}
        className="grid items-start gap-5 xl:grid-cols-2"
      >
        <input type="hidden" name="language" value={asked} />
        <div className="min-w-0 space-y-5">
          <Card title={say("words")}>
            <WordFields {...{ words, asked, canWrite }} />
            {canWrite ? (
              <div className="flex flex-wrap items-center gap-2">
                <SubmitButton name="doing" value="save">
                  {say("save")}
                </SubmitButton>
                <SubmitButton look="secondary" name="doing" value="send" icon="mail">
                  {say("send")}
                </SubmitButton>
              </div>
            ) : null}
          </Card>
          <TemplateValues values={template.values} />
        </div>
        <PreviewPane address={previewAt} language={asked} sampleCount={template.sampleCount} />
      </PageForm>
      {canWrite && isOwn ? (
        <ConfirmDialog
          label={say("restore")}
          title={say("restoreTitle")}
          consequence={say("restoreWhat")}
          intent="restore"
          {...{ formKey, answer }}
        >
          <input type="hidden" name="language" value={asked} />
        </ConfirmDialog>
      ) : null}
    </>
  )
}

function WordFields({ words, asked, canWrite }: Pick<TemplateEditorProps, "words" | "asked" | "canWrite">) {
  const say = useWords(pageWords)
  return (
    <div className="space-y-4 *:max-w-none" lang={asked}>
      <TextField
        name="words/subject"
        label={say("subject")}
        defaultValue={words.subject}
        maxLength={2_000}
        readOnly={!canWrite}
        required
      />
      <TextareaField
        name="words/html"
        label={say("html")}
        help={say("htmlHelp")}
        defaultValue={words.html}
        rows={14}
        maxLength={40_000}
        spellCheck={false}
        readOnly={!canWrite}
        required
      />
      <TextareaField
        name="words/text"
        label={say("text")}
        help={say("textHelp")}
        defaultValue={words.text}
        rows={12}
        maxLength={20_000}
        readOnly={!canWrite}
        required
      />
    </div>
  )
}
