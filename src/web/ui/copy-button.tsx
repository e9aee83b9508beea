import { useState } from "react"
import { useWords } from "../i18n/use-words.ts"
import { Button } from "./button.tsx"
import { words } from "./words.ts"

export function CopyButton({ text, label }: { text: string; label: string }) {
  const say = useWords(words)
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true))
  return (
    <>
      <Button type="button" look="quiet" aria-label={`${say("copy")}: ${label}`} onClick={copy}>
        {isCopied ? say("copied") : say("copy")}
      </Button>
      <output className="sr-only">{isCopied ? say("copied") : ""}</output>
    </>
  )
}
