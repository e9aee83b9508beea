import type { ReactNode } from "react"

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="border-line rounded-box space-y-2 border border-dashed px-4 py-10 text-center">
      <p className="font-medium">{title}</p>
      {children ? <div className="text-muted text-sm">{children}</div> : null}
    </div>
  )
}
