import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words as viewWords } from "../../ui/privacy.words.ts"
import { ExportState, type Standing } from "../../ui/privacy-view.tsx"
import { Moment } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export interface PrivacyParts {
  readonly standing: Standing
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function CopiesCard({ standing, formKey, answer }: PrivacyParts) {
  const say = useWords(words)
  const sayView = useWords(viewWords)
  const isUnderWay = standing.exports.some(({ state }) => state === "asked")
  return (
    <Card title={sayView("copies")}>
      <p className="text-muted text-sm">{sayView("copiesWhat")}</p>
      {standing.exports.length === 0 ? null : (
        <ul className="divide-line divide-y text-sm">
          {standing.exports.map((copy) => (
            <li key={copy.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <div className="space-y-1">
                <p>
                  <ExportState state={copy.state} /> <Moment at={copy.createdAt} />
                </p>
                {copy.state === "ready" ? (
                  <p className="text-muted">
                    {sayView("until")} <Moment at={copy.expiresAt} />,{" "}
                    {sayView("fetched", { count: copy.downloads })}
                  </p>
                ) : null}
              </div>
              {copy.state === "ready" ? (
                <ButtonLink look="secondary" to={`/portal/privacy/exports/${copy.id}`} isDocument>
                  {say("fetch")}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {isUnderWay ? (
        <p className="text-sm">{say("underWay")}</p>
      ) : (
        <PageForm intent="export" formKey={formKey} answer={answer}>
          <SubmitButton look="secondary">{say("ask")}</SubmitButton>
        </PageForm>
      )}
      <p className="text-muted text-xs">{say("whoAreYou")}</p>
    </Card>
  )
}
