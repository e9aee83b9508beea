import { useWords } from "../../i18n/use-words.ts"
import { Card } from "../../ui/card.tsx"
import { CopyButton } from "../../ui/copy-button.tsx"
import { Code } from "../../ui/texts.tsx"
import type { Template } from "./templates.ts"
import { words } from "./templates.words.ts"

/** What these words may put in, ready to be copied. */
export function TemplateValues({ values }: { values: Template["values"] }) {
  const say = useWords(words)
  return (
    <Card title={say("values")}>
      <p className="text-muted text-sm">{say("valuesLead")}</p>
      <ul className="divide-line divide-y">
        {values.map(({ name, kind, usage, isSecret }) => (
          <li key={name} className="flex items-start gap-2 py-1.5 text-sm">
            <span className="min-w-0 grow">
              <span className="font-medium">{name}</span>{" "}
              <span className="text-muted">
                {say(`kind.${kind}`)}
                {isSecret ? ` · ${say("isSecret")}` : ""}
              </span>
              <span className="block">
                <Code>{usage}</Code>
              </span>
            </span>
            <CopyButton text={usage} label={name} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
