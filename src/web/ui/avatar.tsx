/** A person or a company by its first letter; who it is stands beside it. */
export function Avatar({ name, className = "size-8" }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`bg-accent-soft text-accent flex shrink-0 items-center justify-center rounded-full text-sm font-semibold uppercase ${className}`}
    >
      {Array.from(name.trim())[0] ?? "·"}
    </span>
  )
}
