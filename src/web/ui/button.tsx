import type { ButtonHTMLAttributes, ReactNode } from "react"
import { Link } from "react-router"
import { Icon, type IconName } from "./icon.tsx"

declare module "react" {
  // Buttons that open a dialog without a script (the HTML standard's invoker commands).
  interface ButtonHTMLAttributes<T> {
    command?: "show-modal" | "close"
    commandfor?: string
  }
}

type Look = "primary" | "secondary" | "danger" | "quiet"
type Size = "small" | "medium" | "large"

/** A finger needs more room than a pointer. */
const base =
  "inline-flex items-center justify-center gap-2 rounded-box border font-medium whitespace-nowrap no-underline transition-colors select-none disabled:opacity-60 pointer-coarse:min-h-11"

const looks: Record<Look, string> = {
  primary: "border-transparent bg-accent text-accent-ink shadow-small hover:bg-accent-strong",
  secondary: "border-line-press bg-surface text-ink shadow-small hover:border-line-strong hover:bg-raised",
  danger: "border-bad bg-surface text-bad hover:bg-bad-soft",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft",
}

const sizes: Record<Size, string> = {
  small: "min-h-8 px-2.5 text-sm",
  medium: "min-h-9 px-3.5 py-1 text-sm",
  large: "min-h-11 px-5 py-2 text-base",
}

interface Appearance {
  readonly look?: Look | undefined
  readonly size?: Size | undefined
  readonly icon?: IconName | undefined
}

function classes({ look = "primary", size = "medium" }: Appearance, further: string): string {
  return `${base} ${looks[look]} ${sizes[size]} ${further}`
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Appearance {}

export function Button({
  look,
  size,
  icon,
  className = "",
  type = "submit",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={classes({ look, size }, className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

export interface ButtonLinkProps extends Appearance {
  readonly to: string
  readonly className?: string
  readonly children: ReactNode
  /** Leaves the pages of this framework: a file, or a page of another part of the house. */
  readonly isDocument?: boolean
}

export function ButtonLink({ to, look, size, icon, className = "", isDocument, children }: ButtonLinkProps) {
  return (
    <Link to={to} reloadDocument={isDocument ?? false} className={classes({ look, size }, className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  )
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName
  /** What it does, for whoever doesn't see the drawing. */
  readonly label: string
}

export function IconButton({ icon, label, className = "", type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={`rounded-box text-muted hover:bg-raised hover:text-ink inline-flex size-9 shrink-0 items-center justify-center transition-colors pointer-coarse:size-11 ${className}`}
      {...rest}
    >
      <Icon name={icon} className="size-4.5" />
    </button>
  )
}
