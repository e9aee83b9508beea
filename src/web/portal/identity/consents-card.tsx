import { useWords } from "../../i18n/use-words.ts"
import { words as consentWords } from "../../storefront/identity/consent.words.ts"
import { Card } from "../../ui/card.tsx"
import { CheckboxField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { SecurityParts } from "./act-on-security.ts"
import { words } from "./words.ts"

interface Consents {
  readonly marketingMail: boolean
  readonly marketingSms: boolean
  readonly night: boolean
}

export function ConsentsCard({ consents, refused }: SecurityParts & { consents: Consents }) {
  const say = useWords(words)
  const sayConsent = useWords(consentWords)
  return (
    <Card title={say("consents")}>
      <p className="text-muted text-sm">{say("consentsWhat")}</p>
      <PageForm intent="consents" answer={refused}>
        {(["marketingMail", "marketingSms", "night"] as const).map((name) => (
          <CheckboxField key={name} name={name} label={sayConsent(name)} defaultChecked={consents[name]} />
        ))}
        <SubmitButton look="secondary">{say("saveConsents")}</SubmitButton>
      </PageForm>
    </Card>
  )
}
