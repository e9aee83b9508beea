import { useWords } from "../../i18n/use-words.ts"
import { Button } from "../../ui/button.tsx"
import { words } from "./words.ts"

/** Hidden until the page's script has seen that this browser knows passkeys; it fills the field and sends the form. */
export function PasskeyButton({ label }: { label: string }) {
  const say = useWords(words)
  return (
    <div data-passkey hidden className="space-y-2">
      <input type="hidden" name="passkey" />
      <Button type="button" look="secondary" className="w-full" data-passkey-ask>
        {label}
      </Button>
      <p data-passkey-trouble hidden role="alert" className="text-bad text-sm">
        {say("passkeyTrouble")}
      </p>
    </div>
  )
}
