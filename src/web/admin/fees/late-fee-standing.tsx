import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { ButtonLink } from "../../ui/button.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { TextField } from "../../ui/field.tsx"
import { words } from "./words.ts"

export interface LateFeeStandingProps {
  readonly fee: {
    readonly state: "none" | "charged" | "waived"
    readonly requestId: string | null
    readonly reason: string | null
  }
  readonly mayWaive: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

/** Of an invoice that is owed: whether its late fee was asked for, and the way to ask for none. */
export function LateFeeStanding({ fee, mayWaive, formKey, answer }: LateFeeStandingProps) {
  const say = useWords(words)
  return (
    <>
      {fee.state === "waived" ? (
        <Banner tone="neutral">{say("waived", { reason: fee.reason ?? "–" })}</Banner>
      ) : null}
      {fee.state === "charged" ? (
        <Banner tone="info">
          <p className="mb-2">{say("charged")}</p>
          <ButtonLink look="secondary" to={`/admin/requests/${fee.requestId}`}>
            {say("seeRequest")}
          </ButtonLink>
        </Banner>
      ) : null}
      {mayWaive && fee.state !== "waived" ? (
        <ConfirmDialog
          label={say("waive")}
          title={say("waiveTitle")}
          consequence={say("waiveWhat")}
          intent="waive"
          {...{ formKey, answer }}
        >
          <TextField name="reason" label={say("reason")} help={say("reasonHelp")} required maxLength={300} />
        </ConfirmDialog>
      ) : null}
    </>
  )
}
