import { useWords } from "../../i18n/use-words.ts"
import { TextField } from "../../ui/field.tsx"
import { words } from "./edit.words.ts"

/** Between which numbers the customer may choose; both empty: staff alone choose. */
export function BoundsFields({
  bounds,
}: {
  bounds: { readonly least: number; readonly most: number } | null
}) {
  const say = useWords(words)
  return (["least", "most"] as const).map((end) => (
    <TextField
      key={end}
      name={`quantityBounds/${end}`}
      label={say(end)}
      help={say("boundsHelp")}
      type="number"
      min={1}
      max={1_000}
      defaultValue={String(bounds?.[end] ?? "")}
    />
  ))
}
