import type { ReactNode } from "react"
import { useRoot } from "../use-root.ts"

export interface PageHeaderProps {
  readonly title: string
  /** Beside the title: a badge of the state, for example. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

/** The page's only h1, and the document's title with the shop's name. */
export function PageHeader({ title, aside, children }: PageHeaderProps) {
  const shop = useRoot()?.shop
  return (
    <header className="space-y-1">
      <title>{shop ? `${title} · ${shop.name}` : title}</title>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-2xl font-semibold tracking-tight break-words">{title}</h1>
        {aside}
      </div>
      {children ? <div className="text-muted">{children}</div> : null}
    </header>
  )
}
