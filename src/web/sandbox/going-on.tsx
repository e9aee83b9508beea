import { formatAmount } from "../i18n/format.ts"
import { useLanguage, useWords } from "../i18n/use-words.ts"
import { Card } from "../ui/card.tsx"
import { CodeBlock } from "../ui/code-block.tsx"
import { LiveLog, ProgressBar } from "../ui/progress-bar.tsx"
import { SecretText } from "../ui/secret-text.tsx"
import { Stepper } from "../ui/stepper.tsx"
import { Timeline } from "../ui/timeline.tsx"
import { Section } from "./section.tsx"
import { words } from "./words.ts"

const at = "2026-11-26T09:15:00Z"

export function GoingOn() {
  const say = useWords(words)
  const step = { startedAt: at, endedAt: null, attempts: 1 }
  return (
    <>
      <Section title={say("going")}>
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <Card title={say("steps")}>
            <Stepper
              label={say("steps")}
              steps={[
                { ...step, name: say("stepRoom"), state: "done", endedAt: at },
                { ...step, name: say("stepBuild"), state: "running" },
                { ...step, name: say("stepSystem"), state: "failed" },
                { ...step, name: say("stepTell"), state: "planned" },
              ]}
            />
          </Card>
          <Card title={say("log")}>
            <ProgressBar label={say("copying")} value={64} />
            <ProgressBar label={say("unknownLong")} />
            <LiveLog
              label={say("log")}
              lines={[say("stepRoom"), say("stepBuild"), say("copying")].map((text, index) => ({
                id: text,
                at: `2026-11-26T09:15:0${index}Z`,
                text,
              }))}
            />
          </Card>
          <Card title={say("timeline")}>
            <Timeline
              label={say("timeline")}
              entries={[
                {
                  id: "2",
                  at,
                  icon: "card",
                  title: say("paid"),
                  about: formatAmount({ minor: "11000", currency: "KRW" }, useLanguage()),
                },
                { id: "1", at, icon: "order", title: say("placed") },
              ]}
            />
          </Card>
        </div>
      </Section>
      <Section title={say("secrets")}>
        <CodeBlock label={say("command")} text="ssh root@203.0.113.7" />
        <SecretText label={say("password")} text="correct-horse-battery" />
      </Section>
    </>
  )
}
