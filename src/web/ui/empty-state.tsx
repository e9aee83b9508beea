import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon.tsx"

export interface EmptyStateProps {
  readonly title: string
  readonly icon?: IconName
  /** Why there is nothing, or how something comes here. */
  readonly children?: ReactNode
}

export function EmptyState({ title, icon, children }: EmptyStateProps) {
  return (
    <div
      data-empty
      className="border-line rounded-box flex flex-col items-center gap-2 border border-dashed px-4 py-12 text-center"
    >
      {icon ? (
        <span className="bg-raised text-muted mb-1 flex size-10 items-center justify-center rounded-full">
          <Icon name={icon} className="size-5" />
        </span>
      ) : null}
      <p className="font-medium">{title}</p>
      {children ? <div className="text-muted max-w-md text-sm">{children}</div> : null}
    </div>
  )
}
