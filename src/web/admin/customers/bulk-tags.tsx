import { useWords } from "../../i18n/use-words.ts"
import { BulkBar } from "../../ui/bulk-bar.tsx"
import { control } from "../../ui/field.tsx"
import { SubmitButton } from "../../ui/form.tsx"
import { words } from "./customers.words.ts"

interface BulkTagsProps {
  readonly form: string
  readonly tags: readonly { readonly id: string; readonly name: string }[]
}

/** One tag, given to all who are chosen or taken from them. */
export function BulkTags({ form, tags }: BulkTagsProps) {
  const say = useWords(words)
  return (
    <BulkBar form={form}>
      <label className="flex items-center gap-2">
        <span className="text-muted">{say("bulkTag")}</span>
        <select name="tagId" className={`${control} max-w-48 sm:w-auto`}>
          {tags.map((tag) => (
            <option key={tag.id} value={tag.id}>
              {tag.name}
            </option>
          ))}
        </select>
      </label>
      <SubmitButton look="secondary" size="small" name="doing" value="give">
        {say("give")}
      </SubmitButton>
      <SubmitButton look="secondary" size="small" name="doing" value="take">
        {say("take")}
      </SubmitButton>
    </BulkBar>
  )
}
