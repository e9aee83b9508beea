import type { ReactNode } from "react"

export interface ProviderMarkProps {
  readonly kind: string
  readonly name: string
}

/** By what people know the house at a glance; whoever doesn't see it reads the name beside it. */
export function ProviderMark({ kind, name }: ProviderMarkProps) {
  if (kind === "naver") {
    return (
      <Mark>
        <rect width="20" height="20" rx="4" fill="#03c75a" />
        <path d="M5.5 5h3.1l2.8 4.4V5h3.1v10h-3.1L8.6 10.6V15H5.5z" fill="#fff" />
      </Mark>
    )
  }
  if (kind === "kakao") {
    return (
      <Mark>
        <rect width="20" height="20" rx="4" fill="#fee500" />
        <path
          d="M10 4.6c-3.5 0-6.2 2.1-6.2 4.8 0 1.7 1.1 3.2 2.8 4.1l-.6 2.3c-.1.3.2.5.4.3l2.7-1.8.9.1c3.5 0 6.2-2.2 6.2-5S13.5 4.6 10 4.6z"
          fill="#191600"
        />
      </Mark>
    )
  }
  if (kind === "google") {
    return (
      <Mark>
        <g fill="none" strokeWidth="3.2">
          <path d="M14.9 5.3A6.8 6.8 0 0 0 4.1 6.6" stroke="#ea4335" />
          <path d="M4.1 6.6a6.8 6.8 0 0 0 0 6.8" stroke="#fbbc05" />
          <path d="M4.1 13.4a6.8 6.8 0 0 0 10.3 1.7" stroke="#34a853" />
          <path d="M14.4 15.1A6.8 6.8 0 0 0 16.8 10H10" stroke="#4285f4" />
        </g>
      </Mark>
    )
  }
  return (
    <span
      aria-hidden="true"
      className="bg-raised text-muted flex size-5 shrink-0 items-center justify-center rounded text-xs font-bold"
    >
      {name.slice(0, 1)}
    </span>
  )
}

function Mark({ children }: { children: ReactNode }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5 shrink-0">
      {children}
    </svg>
  )
}
