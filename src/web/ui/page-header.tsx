import { type ReactNode, useContext } from "react"
import { Link } from "react-router"
import { useRoot } from "../use-root.ts"
import { Icon } from "./icon.tsx"
import { PageTools } from "./page-tools.ts"
import { Breakable } from "./texts.tsx"

export interface PageHeaderProps {
  readonly title: string
  /** The list that a single thing belongs to. */
  readonly up?: { readonly to: string; readonly label: string }
  /** Beside the title: a badge of the state, for example. */
  readonly aside?: ReactNode
  /** What can be done here, at the end of the line. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** The page's only h1, and the document's title with the shop's name. */
export function PageHeader({ title, up, aside, actions, children }: PageHeaderProps) {
  const shop = useRoot()?.shop
  const tools = useContext(PageTools)
  const whole = shop ? `${title} · ${shop.name}` : title
  return (
    <header className="space-y-1">
      <title>{whole}</title>
      <meta name="description" content={whole} />
      {up ? (
        <Link
          to={up.to}
          className="text-muted hover:text-ink -ms-1 inline-flex min-h-6 items-center gap-1 text-sm no-underline"
        >
          <Icon name="next" className="size-4 rotate-180 rtl:rotate-0" />
          <span className="min-w-0 break-words">
            <Breakable text={up.label} />
          </span>
        </Link>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h1
          tabIndex={-1}
          className="min-w-0 outline-none text-2xl font-semibold tracking-tight break-words in-data-shell:text-xl"
        >
          <Breakable text={title} />
        </h1>
        {aside}
        {children ? (
          <div className="basis-full sm:order-last">
            <div className="text-muted max-w-prose">{children}</div>
          </div>
        ) : null}
        {actions || tools ? (
          <div className="flex flex-wrap items-center gap-2 sm:ms-auto">
            {tools}
            {actions}
          </div>
        ) : null}
      </div>
    </header>
  )
}
