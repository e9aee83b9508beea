import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { Customer } from "./customer.ts"
import { words } from "./customer.words.ts"

export interface FilesProps {
  readonly customer: Customer
  readonly canWrite: boolean
  readonly canRead: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function Files({ customer, canWrite, canRead, formKey, answer }: FilesProps) {
  const say = useWords(words)
  return (
    <Card title={say("files")}>
      {customer.files.length === 0 ? <p className="text-muted text-sm">{say("noFiles")}</p> : null}
      <ul className="divide-line divide-y text-sm">
        {customer.files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            {canRead ? (
              <a
                className="text-accent break-all underline"
                href={`/admin/files/${file.id}`}
                download={file.name}
              >
                {file.name}
              </a>
            ) : (
              <span className="break-all">{file.name}</span>
            )}
            <span className="text-muted">{sizeOf(file.bytes)}</span>
            <span className="text-muted">{file.storedBy}</span>
            <span className="text-muted">
              <Moment at={file.createdAt} />
            </span>
            {canWrite ? (
              <ConfirmDialog
                label={say("removeFile")}
                look="danger"
                title={say("removeFileTitle", { name: file.name })}
                consequence={say("removeFileWhat")}
                intent={`unfile:${file.id}`}
                {...{ formKey, answer }}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {canWrite ? (
        <PageForm
          key={formKey}
          isUpload
          intent="file"
          formKey={formKey}
          answer={answer}
          className="space-y-3"
        >
          <TextField
            name="file"
            label={say("file")}
            help={say("fileHelp")}
            type="file"
            accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.csv"
            required
          />
          <SubmitButton look="secondary">{say("addFile")}</SubmitButton>
        </PageForm>
      ) : null}
    </Card>
  )
}

function sizeOf(bytes: number): string {
  return bytes < 102_400 ? `${Math.ceil(bytes / 1_024)} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
