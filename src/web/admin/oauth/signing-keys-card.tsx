import { useWords } from "../../i18n/use-words.ts"
import type { FormAnswer } from "../../serve-page.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { Code, Moment } from "../../ui/texts.tsx"
import type { SigningKey } from "./programs.ts"
import { words } from "./words.ts"

const tones = { next: "info", signing: "good", leaving: "neutral" } as const

export interface SigningKeysCardProps {
  readonly keys: readonly SigningKey[]
  readonly canRotate: boolean
  readonly formKey: string
  readonly answer: FormAnswer | undefined
}

export function SigningKeysCard({ keys, canRotate, formKey, answer }: SigningKeysCardProps) {
  const say = useWords(words)
  return (
    <Card title={say("keys")}>
      <p className="text-muted text-sm">{say("keysWhat")}</p>
      {keys.length === 0 ? <p className="text-sm">{say("noKeys")}</p> : null}
      <ul className="space-y-2 text-sm">
        {keys.map(({ id, standing, signsFrom }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <Code>{id}</Code> <Badge tone={tones[standing]}>{say(standing)}</Badge>
            <span className="text-muted">
              <Moment at={signsFrom} />
            </span>
          </li>
        ))}
      </ul>
      {canRotate ? (
        <ConfirmDialog
          label={say("rotateKey")}
          title={say("rotateKey")}
          consequence={say("rotateKeyWhat")}
          intent="rotate-key"
          {...{ formKey, answer }}
        />
      ) : null}
    </Card>
  )
}
