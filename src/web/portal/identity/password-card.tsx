import { useWords } from "../../i18n/use-words.ts"
import { ButtonLink } from "../../ui/button.tsx"
import { Card } from "../../ui/card.tsx"
import { TextField } from "../../ui/field.tsx"
import { PageForm, SubmitButton } from "../../ui/form.tsx"
import type { SecurityParts } from "./act-on-security.ts"
import { words } from "./words.ts"

export function PasswordCard({ security, refused }: SecurityParts) {
  const say = useWords(words)
  return (
    <Card title={say("password")}>
      <p className="text-muted text-sm">{say("passwordWhat")}</p>
      {security.isProved ? (
        <PageForm intent="password" answer={refused}>
          <TextField
            name="password"
            label={say("newPassword")}
            help={say("passwordHelp")}
            type="password"
            required
            minLength={12}
            maxLength={128}
            autoComplete="new-password"
          />
          <SubmitButton>{say("changePassword")}</SubmitButton>
        </PageForm>
      ) : (
        <ButtonLink to="/prove?to=/portal/security" look="secondary" isDocument>
          {say("changePassword")}
        </ButtonLink>
      )}
    </Card>
  )
}
