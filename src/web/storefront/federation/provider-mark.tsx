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
  if (kind === "github") {
    return (
      <Mark>
        <path
          transform="translate(2 2)"
          fill="currentColor"
          d="M8 0C3.58 0 0 3.58 0 8c0 3.54 2.29 6.53 5.47 7.59.4.07.55-.17.55-.38 0-.19-.01-.82-.01-1.49-2.01.37-2.53-.49-2.69-.94-.09-.23-.48-.94-.82-1.13-.28-.15-.68-.52-.01-.53.63-.01 1.08.58 1.23.82.72 1.21 1.87.87 2.33.66.07-.52.28-.87.51-1.07-1.78-.2-3.64-.89-3.64-3.95 0-.87.31-1.59.82-2.15-.08-.2-.36-1.02.08-2.12 0 0 .67-.21 2.2.82a7.6 7.6 0 0 1 4 0c1.53-1.04 2.2-.82 2.2-.82.44 1.1.16 1.92.08 2.12.51.56.82 1.27.82 2.15 0 3.07-1.87 3.75-3.65 3.95.29.25.54.73.54 1.48 0 1.07-.01 1.93-.01 2.2 0 .21.15.46.55.38A8.01 8.01 0 0 0 16 8c0-4.42-3.58-8-8-8z"
        />
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
