import type { ButtonHTMLAttributes, ReactNode } from "react"
import { Link } from "react-router"

declare module "react" {
  // Buttons that open a dialog without a script (the HTML standard's invoker commands).
  interface ButtonHTMLAttributes<T> {
    command?: "show-modal" | "close"
    commandfor?: string
  }
}

type Look = "primary" | "secondary" | "danger" | "quiet"

const base =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-box border px-4 py-1.5 text-sm font-medium no-underline transition-colors disabled:opacity-60"

const looks: Record<Look, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-raised",
  danger: "border-bad bg-surface text-bad hover:bg-bad-soft",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft",
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look
}

export function Button({ look = "primary", className = "", type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={`${base} ${looks[look]} ${className}`} {...rest} />
}

export interface ButtonLinkProps {
  readonly to: string
  readonly look?: Look
  readonly className?: string
  readonly children: ReactNode
  /** Leaves the pages of this framework: a file, or a page of another part of the house. */
  readonly isDocument?: boolean
}

export function ButtonLink({ to, look = "primary", className = "", isDocument, children }: ButtonLinkProps) {
  return (
    <Link to={to} reloadDocument={isDocument ?? false} className={`${base} ${looks[look]} ${className}`}>
      {children}
    </Link>
  )
}
