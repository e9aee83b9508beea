import { useActionData } from "react-router"
import type { ApiClient } from "../../api-context.ts"
import { formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { useRoot } from "../../use-root.ts"
import { ReasonField } from "./reason-field.tsx"
import { words } from "./words.ts"

export interface HeldCardProps {
  readonly service: Awaited<ReturnType<ApiClient["provisioning"]["services"]["get"]>>
  readonly formKey: string
}

/** Its purchase was taken back: when it goes, and what staff may decide until then. */
export function HeldCard({ service, formKey }: HeldCardProps) {
  const say = useWords(words)
  const language = useLanguage()
  const answer = useActionData<FormAnswer>()
  const mayDecide = useRoot()?.me.permissions.includes("provisioning.services.release")
  const { hold, hostname, state } = service
  if (!hold || state === "ended") return null
  const { releaseOn } = hold
  return (
    <Card title={say("held")}>
      <p className="text-sm">
        {releaseOn ? say("heldUntil", { day: formatDay(releaseOn, language) }) : say("heldKept")}
      </p>
      {mayDecide ? (
        <div className="flex flex-wrap gap-2">
          <ConfirmDialog
            look="danger"
            label={say("release")}
            title={say("releaseTitle", { hostname })}
            consequence={say("releaseWhat")}
            intent="release"
            {...{ formKey, answer }}
          >
            <ReasonField />
          </ConfirmDialog>
          {releaseOn ? (
            <ConfirmDialog
              label={say("keep")}
              title={say("keepTitle", { hostname })}
              consequence={say("keepWhat")}
              intent="keep"
              {...{ formKey, answer }}
            >
              <ReasonField />
            </ConfirmDialog>
          ) : null}
        </div>
      ) : null}
    </Card>
  )
}
