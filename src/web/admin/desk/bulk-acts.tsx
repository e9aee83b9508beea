import { useWords } from "../../i18n/use-words.ts"
import { BulkBar } from "../../ui/bulk-bar.tsx"
import { SubmitButton } from "../../ui/form.tsx"
import { words } from "./bulk.words.ts"

export interface OfferedAct {
  readonly name: string
  readonly title: string
  readonly isGrave: boolean
}

/** What can be done with the ticked rows, or with all that the list's filter finds. The next page asks before it begins. */
export function BulkActs({ acts, form }: { acts: readonly OfferedAct[]; form: string }) {
  const say = useWords(words)
  return (
    <BulkBar form={form}>
      <label className="flex items-center gap-2">
        <input type="checkbox" name="all" value="yes" className="accent-accent size-4.5" />
        {say("bulkAll")}
      </label>
      {acts.map(({ name, title, isGrave }) => (
        <SubmitButton
          key={name}
          look={isGrave ? "danger" : "secondary"}
          size="small"
          name="doing"
          value={name}
        >
          {title}
        </SubmitButton>
      ))}
    </BulkBar>
  )
}
