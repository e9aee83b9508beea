import { useWords } from "../i18n/use-words.ts"
import { Avatar } from "../ui/avatar.tsx"
import { Badge } from "../ui/badge.tsx"
import { Banner } from "../ui/banner.tsx"
import { ButtonLink } from "../ui/button.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Skeleton } from "../ui/skeleton.tsx"
import { Section } from "./section.tsx"
import { words } from "./words.ts"

const banners = [
  ["neutral", "bannerNeutral"],
  ["info", "bannerInfo"],
  ["good", "bannerGood"],
  ["warn", "bannerWarn"],
  ["bad", "bannerBad"],
] as const

const badges = [
  ["neutral", "ended"],
  ["info", "building"],
  ["good", "active"],
  ["warn", "waiting"],
  ["bad", "broken"],
] as const

export function Sayings() {
  const say = useWords(words)
  return (
    <Section title={say("said")}>
      <div className="flex flex-wrap items-center gap-2">
        {badges.map(([tone, word]) => (
          <Badge key={tone} tone={tone}>
            {say(word)}
          </Badge>
        ))}
        <Avatar name="Mina" />
        <Avatar name="하은" className="size-10" />
      </div>
      <div className="grid gap-2">
        {banners.map(([tone, word]) => (
          <Banner key={tone} tone={tone}>
            {say(word)}
          </Banner>
        ))}
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <EmptyState icon="service" title={say("emptyTitle")}>
          <p className="pb-3">{say("emptyHelp")}</p>
          <ButtonLink to="/" isDocument>
            {say("plan")}
          </ButtonLink>
        </EmptyState>
        <div className="border-line rounded-box border p-5">
          <Skeleton lines={5} />
        </div>
      </div>
    </Section>
  )
}
