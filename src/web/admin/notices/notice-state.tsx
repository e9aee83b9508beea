import { useWords } from "../../i18n/use-words.ts"
import { Badge } from "../../ui/badge.tsx"
import type { Tone } from "../../ui/banner.tsx"
import type { Notice } from "./notice-form.ts"
import { words } from "./words.ts"

const tones: Readonly<Record<Notice["state"], Tone>> = {
  draft: "neutral",
  planned: "info",
  live: "good",
  over: "neutral",
  withdrawn: "neutral",
}

export function NoticeState({ state }: Pick<Notice, "state">) {
  const say = useWords(words)
  return <Badge tone={tones[state]}>{say(`state.${state}`)}</Badge>
}
