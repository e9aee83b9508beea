import { useWords } from "../../i18n/use-words.ts"
import { BulkBar } from "../../ui/bulk-bar.tsx"
import { control } from "../../ui/field.tsx"
import { SubmitButton } from "../../ui/form.tsx"
import { words } from "./words.ts"

/** What can be done with the ticked operations. */
export function BulkMoves() {
  const say = useWords(words)
  return (
    <BulkBar form="bulk">
      <label className="flex items-center gap-2">
        <input type="checkbox" name="all" value="yes" className="accent-accent size-4.5" />
        {say("bulkAll")}
      </label>
      <SubmitButton size="small" name="doing" value="retry">
        {say("retry")}
      </SubmitButton>
      <input
        name="reason"
        aria-label={say("bulkReason")}
        placeholder={say("bulkReason")}
        maxLength={500}
        className={`${control} max-w-56`}
      />
      <SubmitButton look="danger" size="small" name="doing" value="close">
        {say("close")}
      </SubmitButton>
    </BulkBar>
  )
}
