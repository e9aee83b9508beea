import { useWords } from "../../i18n/use-words.ts"
import { TextareaField } from "../../ui/field.tsx"
import { words } from "./words.ts"

export function ReasonField() {
  const say = useWords(words)
  return (
    <TextareaField
      name="reason"
      label={say("reason")}
      help={say("reasonHelp")}
      required
      minLength={3}
      maxLength={500}
    />
  )
}
