import type { ApiClient } from "../../api-context.ts"
import { Badge } from "../../ui/badge.tsx"
import type { Tone } from "../../ui/banner.tsx"

export type Tag = Awaited<ReturnType<ApiClient["customers"]["tags"]["list"]>>["items"][number]

const tones: Record<Tag["color"], Tone> = {
  grey: "neutral",
  blue: "info",
  green: "good",
  yellow: "warn",
  red: "bad",
}

/** The color is a help for the eye only: the name says it all. */
export function TagBadge({ tag }: { tag: Tag }) {
  return <Badge tone={tones[tag.color]}>{tag.name}</Badge>
}

export function TagBadges({ tags, ids }: { tags: readonly Tag[]; ids: readonly string[] }) {
  const worn = tags.filter((tag) => ids.includes(tag.id))
  if (worn.length === 0) return null
  return (
    <span className="flex flex-wrap gap-1">
      {worn.map((tag) => (
        <TagBadge key={tag.id} tag={tag} />
      ))}
    </span>
  )
}
