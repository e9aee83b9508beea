import type { ReactNode } from "react"
import type { Tone } from "./banner.tsx"
import { Icon } from "./icon.tsx"

const tones: Record<Exclude<Tone, "neutral" | "good">, string> = {
  info: "bg-info-soft text-info",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
}

export interface NoticeProps {
  readonly tone: keyof typeof tones
  readonly children: ReactNode
}

/** One line above every page of an area. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <p className={`border-line flex items-start gap-2 border-b px-4 py-2 text-sm sm:px-6 ${tones[tone]}`}>
      <Icon name={tone} className="mt-0.5 size-4" />
      <span className="min-w-0">{children}</span>
    </p>
  )
}
