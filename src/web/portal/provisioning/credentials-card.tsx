import { useWords } from "../../i18n/use-words.ts"
import { Card, FactList } from "../../ui/card.tsx"
import { CopyButton } from "../../ui/copy-button.tsx"
import { SecretText } from "../../ui/secret-text.tsx"
import { Code } from "../../ui/texts.tsx"
import { words } from "./words.ts"

export interface Credentials {
  readonly user: string
  readonly password: string
  readonly address: string
  readonly command: string
}

export function CredentialsCard({ credentials }: { credentials: Credentials }) {
  const say = useWords(words)
  const plain = (label: string, text: string) => ({
    label,
    value: (
      <span className="flex flex-wrap items-center gap-1">
        <Code>{text}</Code>
        <CopyButton text={text} label={label} />
      </span>
    ),
  })
  return (
    <Card title={say("credentials")}>
      <FactList
        facts={[
          plain(say("address"), credentials.address),
          plain(say("user"), credentials.user),
          {
            label: say("password"),
            value: <SecretText text={credentials.password} label={say("password")} />,
          },
          plain(say("command"), credentials.command),
        ]}
      />
      <p className="text-muted text-sm">{say("credentialsHelp")}</p>
    </Card>
  )
}
