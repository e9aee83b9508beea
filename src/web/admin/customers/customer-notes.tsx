import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { CheckboxField, TextareaField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { Moment } from "../../ui/texts.tsx"
import type { Customer } from "./customer.ts"
import { words } from "./customer.words.ts"
import { type Tag, TagBadge, TagBadges } from "./tag-badge.tsx"

interface Writing {
  readonly customer: Customer
  readonly canWrite: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function Notes({ customer, canWrite, formKey, answer }: Writing) {
  const say = useWords(words)
  return (
    <Card title={say("notes")}>
      {canWrite ? (
        // A fresh key is a fresh form: what was written down doesn't stay in the box.
        <PageForm key={formKey} intent="note" formKey={formKey} answer={answer} className="space-y-3">
          <TextareaField name="text" label={say("note")} help={say("noteHelp")} required maxLength={5_000} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <CheckboxField name="isPinned" label={say("pin")} />
            <SubmitButton>{say("addNote")}</SubmitButton>
          </div>
        </PageForm>
      ) : null}
      {customer.notes.length === 0 ? <p className="text-muted text-sm">{say("noNotes")}</p> : null}
      <ul className="divide-line divide-y">
        {customer.notes.map((note) => (
          <Note key={note.id} {...{ note, canWrite, formKey, answer }} />
        ))}
      </ul>
    </Card>
  )
}

function Note({
  note,
  canWrite,
  formKey,
  answer,
}: Omit<Writing, "customer"> & { readonly note: Customer["notes"][number] }) {
  const say = useWords(words)
  return (
    <li className="space-y-2 py-3 text-sm first:pt-0 last:pb-0">
      <p className="break-words whitespace-pre-wrap">{note.text}</p>
      <div className="text-muted flex flex-wrap items-center gap-2">
        {note.isPinned ? <Badge tone="info">{say("pinned")}</Badge> : null}
        <span>{note.author}</span>
        <Moment at={note.createdAt} />
        {note.editedAt ? <span>({say("edited")})</span> : null}
      </div>
      {canWrite ? (
        <div className="flex flex-wrap gap-2">
          <ConfirmDialog
            label={say("editNote")}
            title={say("editTitle")}
            consequence={say("editWhat")}
            intent={`revise:${note.id}`}
            {...{ formKey, answer }}
          >
            <TextareaField
              name="text"
              label={say("note")}
              defaultValue={note.text}
              required
              maxLength={5_000}
            />
            <CheckboxField name="isPinned" label={say("pin")} defaultChecked={note.isPinned} />
          </ConfirmDialog>
          <ConfirmDialog
            label={say("removeNote")}
            look="danger"
            title={say("removeTitle")}
            consequence={say("removeWhat")}
            intent={`remove:${note.id}`}
            {...{ formKey, answer }}
          />
        </div>
      ) : null}
    </li>
  )
}

export function Tags({
  customer,
  tags,
  canWrite,
  formKey,
  answer,
}: Writing & { readonly tags: readonly Tag[] }) {
  const say = useWords(words)
  if (!canWrite || tags.length === 0) {
    return (
      <Card title={say("tags")}>
        {tags.length === 0 ? <p className="text-muted text-sm">{say("noTags")}</p> : null}
        <TagBadges tags={tags} ids={customer.tagIds} />
      </Card>
    )
  }
  return (
    <Card title={say("tags")}>
      <PageForm intent="tags" formKey={formKey} answer={answer} className="space-y-3">
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {tags.map((tag) => (
            <CheckboxField
              key={tag.id}
              name={`tag/${tag.id}`}
              label={<TagBadge tag={tag} />}
              defaultChecked={customer.tagIds.includes(tag.id)}
            />
          ))}
        </div>
        <SubmitButton look="secondary">{say("saveTags")}</SubmitButton>
      </PageForm>
    </Card>
  )
}
