import { formatInstant } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { Banner } from "../../ui/banner.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words as viewWords } from "../../ui/privacy.words.ts"
import { ErasureMeaning, ObstacleList } from "../../ui/privacy-view.tsx"
import { useTimeZone } from "../../use-root.ts"
import type { PrivacyParts } from "./copies-card.tsx"
import { words } from "./words.ts"

export function ErasureCard(parts: PrivacyParts) {
  const sayView = useWords(viewWords)
  const open = parts.standing.erasures.find(({ state }) => ["waiting", "held", "erasing"].includes(state))
  return (
    <Card title={sayView("erasure")}>
      {open ? <OpenWish {...parts} wish={open} /> : <NewWish {...parts} />}
      <ErasureMeaning meaning={parts.standing.meaning} />
    </Card>
  )
}

function NewWish({ standing, formKey, answer }: PrivacyParts) {
  const say = useWords(words)
  const sayView = useWords(viewWords)
  const days = standing.graceDays
  if (standing.obstacles.length > 0) {
    return (
      <div className="space-y-2">
        <h3 className="text-sm font-medium">{sayView("obstacles")}</h3>
        <ObstacleList obstacles={standing.obstacles} />
      </div>
    )
  }
  return (
    <>
      <p className="text-muted text-sm">{say("forgetLead", { days })}</p>
      <ConfirmDialog
        look="danger"
        label={say("forgetMe")}
        title={say("forgetTitle")}
        consequence={<p>{say("forgetWhat", { days })}</p>}
        intent="erasure"
        formKey={formKey}
        answer={answer}
      />
    </>
  )
}

function OpenWish({
  wish,
  formKey,
  answer,
}: PrivacyParts & { wish: PrivacyParts["standing"]["erasures"][number] }) {
  const say = useWords(words)
  const language = useLanguage()
  const timeZone = useTimeZone()
  if (wish.state === "erasing") return <Banner tone="info">{say("erasing")}</Banner>
  return (
    <>
      <Banner tone="warn">
        {wish.state === "held"
          ? say("held")
          : say("waits", { on: formatInstant(wish.dueAt, language, timeZone) })}
      </Banner>
      {wish.state === "held" ? <ObstacleList obstacles={wish.obstacles} /> : null}
      <PageForm intent="withdraw" formKey={formKey} answer={answer}>
        <p className="text-muted text-sm">{say("takeBackWhat")}</p>
        <SubmitButton>{say("takeBack")}</SubmitButton>
      </PageForm>
    </>
  )
}
