import { Link } from "react-router"
import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { Page } from "./pages.ts"
import { words } from "./words.ts"

export interface PublishCardProps {
  readonly page: Page
  readonly today: string
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function PublishCard({ page, today, formKey, answer }: PublishCardProps) {
  const say = useWords(words)
  const isAgreedTo = page.slug === "terms" || page.slug === "privacy"
  const canWithdraw = !page.isFixed && !page.isWithdrawn && page.versions.length > 0
  const hasEarlier = page.isFixed || page.versions.length > 0
  return (
    <Card title={say("publish")}>
      {page.hasDraft ? (
        <PageForm
          key={formKey}
          intent="publish"
          formKey={formKey}
          answer={answer}
          className="max-w-xl space-y-4"
        >
          <p className="text-muted text-sm">{say(isAgreedTo ? "publishAgreed" : "publishWhat")}</p>
          <TextField
            name="from"
            type="date"
            label={say("publishFrom")}
            help={page.kind === "legal" ? say("publishFromHelp") : undefined}
            defaultValue={today}
            required
          />
          <TextField name="note" label={say("publishNote")} maxLength={300} />
          <p className="flex flex-wrap items-center gap-4">
            <SubmitButton>{say("publish")}</SubmitButton>
            {hasEarlier ? (
              <Link className="text-accent text-sm underline" to={`/admin/content/${page.id}/comparison`}>
                {say("changes")}
              </Link>
            ) : null}
          </p>
        </PageForm>
      ) : (
        <p className="text-muted text-sm">
          {say(
            page.versions.length > 0 ? "nothingToPublish" : page.isFixed ? "stillDefault" : "nothingWritten",
          )}
        </p>
      )}
      {canWithdraw ? (
        <ConfirmDialog
          label={say("withdraw")}
          look="danger"
          title={say("withdrawTitle")}
          consequence={say("withdrawWhat")}
          intent="withdraw"
          {...{ formKey, answer }}
        />
      ) : null}
    </Card>
  )
}
