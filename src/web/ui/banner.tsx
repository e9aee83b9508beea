import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon.tsx"

export type Tone = "neutral" | "info" | "good" | "warn" | "bad"

const tones: Record<Tone, string> = {
  neutral: "bg-raised text-muted",
  info: "bg-info-soft text-info",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
}

const icons: Record<Tone, IconName> = {
  neutral: "info",
  info: "info",
  good: "good",
  warn: "warn",
  bad: "bad",
}

export interface BannerProps {
  readonly tone: Tone
  /** Spoken at once and able to take the focus: for what just went wrong. */
  readonly isAlert?: boolean
  readonly children: ReactNode
}

export function Banner({ tone, isAlert, children }: BannerProps) {
  return (
    <div
      role={isAlert ? "alert" : undefined}
      tabIndex={isAlert ? -1 : undefined}
      className={`rounded-box flex gap-3 px-4 py-3 text-sm ${tones[tone]}`}
    >
      <Icon name={icons[tone]} className="mt-0.5 size-4.5" />
      <div className="text-ink min-w-0 grow">{children}</div>
    </div>
  )
}
