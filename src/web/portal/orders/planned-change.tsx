import type { z } from "zod"
import type { changePreviewShape } from "#orders/contract"
import { formatAmount, formatDay } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Banner } from "../../ui/banner.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words } from "./change-plan.words.ts"

/** What was planned for the next time, and the way back until that is paid. */
export function PlannedChange({
  planned,
  formKey,
  answer,
}: {
  planned: NonNullable<z.output<typeof changePreviewShape>["planned"]>
  formKey: string
  answer: FormAnswer | undefined
}) {
  const say = useWords(words)
  const language = useLanguage()
  const facts = {
    plan: planned.planName[language],
    day: formatDay(planned.on, language),
    price: formatAmount(planned.price, language),
  }
  return (
    <Banner tone="info">
      <p className="mb-2">{say(planned.isPaid ? "plannedPaid" : "plannedFor", facts)}</p>
      {planned.isPaid ? null : (
        <PageForm intent="takeBack" formKey={formKey} answer={answer}>
          <SubmitButton look="secondary">{say("takeBack")}</SubmitButton>
        </PageForm>
      )}
    </Banner>
  )
}
