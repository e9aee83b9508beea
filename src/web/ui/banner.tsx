import type { ReactNode } from "react"

export type Tone = "neutral" | "info" | "good" | "warn" | "bad"

const tones: Record<Tone, string> = {
  neutral: "bg-raised text-ink border-line",
  info: "bg-accent-soft text-ink border-accent",
  good: "bg-good-soft text-good border-good",
  warn: "bg-warn-soft text-warn border-warn",
  bad: "bg-bad-soft text-bad border-bad",
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
      className={`rounded-box border-s-4 px-4 py-3 text-sm ${tones[tone]}`}
    >
      {children}
    </div>
  )
}
