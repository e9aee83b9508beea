import { useWords } from "../i18n/use-words.ts"
import { CopyButton } from "./copy-button.tsx"
import { Code } from "./texts.tsx"
import { words } from "./words.ts"

/** A secret on a screen that others may see: covered until asked for, and copied without being shown. */
export function SecretText({ text, label }: { text: string; label: string }) {
  const say = useWords(words)
  return (
    <span className="flex flex-wrap items-center gap-1">
      <details className="group">
        <summary className="text-accent rounded-box px-2 py-2 underline">
          <span className="sr-only">{label}: </span>
          <span className="group-open:hidden">{say("show")}</span>
          <span className="hidden group-open:inline">{say("hide")}</span>
        </summary>
        <Code>{text}</Code>
      </details>
      <CopyButton text={text} label={label} />
    </span>
  )
}
