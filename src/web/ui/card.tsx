import type { ReactNode } from "react"

export interface CardProps {
  readonly title?: string
  /** Beside the title: a link to more of it. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export function Card({ title, aside, className = "", children }: CardProps) {
  return (
    <section className={`border-line rounded-box bg-surface space-y-3 border p-4 sm:p-5 ${className}`}>
      {title ? (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="text-sm font-semibold">{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  )
}

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Names and values: two columns on a desk, one below the other on a phone. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2.5 text-sm sm:grid-cols-[minmax(8rem,max-content)_1fr] sm:items-baseline">
      {facts.map((fact) => (
        <div key={fact.label} className="sm:contents">
          <dt className="text-muted">{fact.label}</dt>
          <dd className="min-w-0 break-words">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
