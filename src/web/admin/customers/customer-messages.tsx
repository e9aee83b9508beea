import type { ApiClient } from "../../api-context.ts"
import { useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import { Card } from "../../ui/card.tsx"
import { words } from "./customer-messages.words.ts"

type Messages = Awaited<ReturnType<ApiClient["notifications"]["preferences"]["ofAccount"]>>["items"]

/** Who of the account is sent what: the first question when somebody says that no mail came. */
export function CustomerMessages({ messages }: { messages: Messages }) {
  const say = useWords(words)
  return (
    <Card title={say("title")}>
      <ul className="divide-line divide-y text-sm">
        {messages.map(({ personId, name, email, isHolder, preferences }) => (
          <li key={personId} className="space-y-1 py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap gap-x-2 font-medium">
              <span>{name}</span>
              <span className="text-muted font-normal wrap-anywhere">{email}</span>
            </p>
            {isHolder ? <p className="text-muted">{say("holder")}</p> : null}
            <p className="flex flex-wrap gap-2">
              {preferences.map(({ kind, isOn }) => (
                <Badge key={kind} tone={isOn ? "good" : "neutral"}>
                  {say(isOn ? "on" : "off", { kind: say(`kind.${kind}`) })}
                </Badge>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
