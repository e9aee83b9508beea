import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { SelectField } from "../../ui/field.tsx"
import { StateBadge, type StateOf } from "../../ui/state-badge.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./paper-mails.words.ts"

interface PaperMailsProps {
  readonly invoice: {
    readonly number: string
    readonly creditNotes: readonly { readonly id: string; readonly number: string }[]
  }
  readonly mails: readonly {
    readonly id: string
    readonly number: string
    readonly to: string
    readonly subject: string
    readonly state: StateOf<"mail">
    readonly createdAt: string
    readonly sentAt: string | null
  }[]
  readonly mayReadMails: boolean
  /** A forgotten buyer gets no mail. */
  readonly maySend: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** When and to whom a paper and its credit notes went, and the way to send one of them again. */
export function PaperMails({ invoice, mails, mayReadMails, maySend, formKey, answer }: PaperMailsProps) {
  const say = useWords(words)
  const { number, creditNotes } = invoice
  return (
    <Card
      title={say("title")}
      aside={
        maySend ? (
          <ConfirmDialog
            label={say("again")}
            title={say("againTitle")}
            consequence={say("againWhat")}
            intent="mail"
            {...{ formKey, answer }}
          >
            {creditNotes.length > 0 ? (
              <SelectField name="paper" label={say("document")}>
                <option value="">{number}</option>
                {creditNotes.map((note) => (
                  <option key={note.id} value={note.id}>
                    {note.number}
                  </option>
                ))}
              </SelectField>
            ) : null}
          </ConfirmDialog>
        ) : null
      }
    >
      {mails.length === 0 ? <p className="text-muted text-sm">{say("none")}</p> : null}
      <ul className="divide-line -my-1 divide-y text-sm">
        {mails.map((mail) => (
          <li key={mail.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <Moment at={mail.sentAt ?? mail.createdAt} />
            {mayReadMails ? (
              <Link className="text-accent underline" to={`/admin/mails/${mail.id}`}>
                {mail.number}
              </Link>
            ) : (
              mail.number
            )}
            <span className="min-w-0 grow break-all">{mail.to}</span>
            <StateBadge kind="mail" state={mail.state} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
