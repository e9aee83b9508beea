import type { z } from "zod"
import type { ownNoticeShape } from "#notices/contract"
import { useWords } from "../i18n/use-words.ts"
import { Badge } from "./badge.tsx"
import type { Tone } from "./banner.tsx"
import { words } from "./notice.words.ts"

export type OwnNotice = z.output<typeof ownNoticeShape>

const tones: Readonly<Record<OwnNotice["kind"], Tone>> = {
  news: "neutral",
  maintenance: "info",
  incident: "bad",
  resolved: "good",
  changes: "info",
  terms: "neutral",
}

/** What it is about, and how much it matters where it matters more than usual. */
export function NoticeBadges({ kind, importance }: Pick<OwnNotice, "kind" | "importance">) {
  const say = useWords(words)
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[kind]}>{say(`kind.${kind}`)}</Badge>
      {importance === "normal" ? null : (
        <Badge tone={importance === "urgent" ? "bad" : "warn"}>{say(`importance.${importance}`)}</Badge>
      )}
    </span>
  )
}
