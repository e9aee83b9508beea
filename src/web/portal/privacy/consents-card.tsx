import { formatVersion } from "../../i18n/format.ts"
import { useLanguage, useWords } from "../../i18n/use-words.ts"
import { words as consentWords } from "../../storefront/identity/consent.words.ts"
import { Card } from "../../ui/card.tsx"
import { CheckboxField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import { words as viewWords } from "../../ui/privacy.words.ts"
import type { PrivacyParts } from "./copies-card.tsx"
import { words } from "./words.ts"

export function ConsentsCard({ standing, formKey, answer }: PrivacyParts) {
  const say = useWords(words)
  const sayConsent = useWords(consentWords)
  return (
    <Card title={say("news")} className="lg:col-span-2">
      <p className="text-muted text-sm">{say("newsWhat")}</p>
      <PageForm intent="consents" formKey={formKey} answer={answer}>
        {(["marketingMail", "marketingSms", "marketingKakao", "night"] as const).map((name) => (
          <CheckboxField
            key={name}
            name={name}
            label={sayConsent(name)}
            defaultChecked={standing.held[name]}
          />
        ))}
        <SubmitButton look="secondary">{say("save")}</SubmitButton>
      </PageForm>
    </Card>
  )
}

/** A text was changed since they agreed: asked here, until they have. Apart from advertising, which nobody has to take. */
export function TermsCard({ standing, formKey, answer }: PrivacyParts) {
  const say = useWords(words)
  const language = useLanguage()
  const sayView = useWords(viewWords)
  return (
    <Card title={say("terms")} className="lg:col-span-2">
      <p>{say("newTexts")}</p>
      <ul className="list-disc ps-5">
        {standing.pending.map(({ purpose, version }) => (
          <li key={purpose}>
            <a className="underline" href={`/${purpose}?version=${version}`} target="_blank" rel="noreferrer">
              {sayView(`purpose.${purpose}`)}
            </a>{" "}
            ({formatVersion(version, language)})
          </li>
        ))}
      </ul>
      <PageForm intent="accept" formKey={formKey} answer={answer}>
        <SubmitButton>{say("accept")}</SubmitButton>
      </PageForm>
    </Card>
  )
}
