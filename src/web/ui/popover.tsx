import { type ReactNode, useEffect, useRef } from "react"
import { Link, useLocation } from "react-router"
import { Icon, type IconName } from "./icon.tsx"

export interface PopoverProps {
  readonly id: string
  readonly label?: string
  /** Where it opens: below and towards the end of the line, unless said otherwise. */
  readonly side?: "start" | "end" | "above"
  readonly className?: string
  /** Stays while the page changes under it: for choices that are made several at a time. */
  readonly isKept?: boolean
  readonly children: ReactNode
}

/**
 * Opened by a button with its id as `popoverTarget`. The browser's own popover: it works before any script arrives,
 * closes on Escape or a click beside it, and gives the focus back. With scripts it also closes when the page changes.
 */
export function Popover({ id, label, side = "start", className = "", isKept, children }: PopoverProps) {
  const panel = usePopoverOfPage(isKept)
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="group"
      aria-label={label}
      data-side={side}
      className={`bg-overlay text-ink border-line shadow-large rounded-box w-64 border p-1.5 text-sm ${className}`}
    >
      {children}
    </div>
  )
}

/** A popover is about the page it was opened on. */
export function usePopoverOfPage(isKept = false) {
  const panel = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  const page = isKept ? "" : key
  useEffect(() => () => panel.current?.hidePopover(), [page])
  return panel
}

const item =
  "flex min-h-9 w-full items-center gap-2.5 rounded-small px-2.5 py-1.5 text-start no-underline hover:bg-raised pointer-coarse:min-h-11"

export interface MenuLinkProps {
  readonly to: string
  readonly icon?: IconName
  readonly isCurrent?: boolean
  readonly isDocument?: boolean
  readonly lang?: string
  readonly children: ReactNode
}

export function MenuLink({ to, icon, isCurrent, isDocument, lang, children }: MenuLinkProps) {
  return (
    <Link
      to={to}
      reloadDocument={isDocument ?? false}
      lang={lang}
      aria-current={isCurrent ? "true" : undefined}
      className={item}
    >
      {icon ? <Icon name={icon} className="text-muted size-4" /> : null}
      <span className="min-w-0 grow truncate">{children}</span>
      {isCurrent ? <Icon name="check" className="text-accent size-4" /> : null}
    </Link>
  )
}

export interface MenuButtonProps {
  readonly icon?: IconName
  readonly isDanger?: boolean
  readonly onClick?: () => void
  readonly children: ReactNode
}

/** Sends the form it stands in, unless it is told what to do. */
export function MenuButton({ icon, isDanger, onClick, children }: MenuButtonProps) {
  return (
    <button
      type={onClick ? "button" : "submit"}
      onClick={onClick}
      className={`${item} ${isDanger ? "text-bad" : ""}`}
    >
      {icon ? <Icon name={icon} className={isDanger ? "size-4" : "text-muted size-4"} /> : null}
      <span className="min-w-0 grow truncate">{children}</span>
    </button>
  )
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <p className="text-muted px-2.5 pt-2 pb-1 text-xs font-medium">{children}</p>
}

export function MenuLine() {
  return <hr className="border-line my-1.5" />
}
