import { Link, useSearchParams } from "react-router"
import { Icon } from "./icon.tsx"

/** Turns the order of a list round: newest first is the plain address. */
export function SortLink({ label }: { label: string }) {
  const [search] = useSearchParams()
  const isOldestFirst = search.get("sort") === "oldest"
  const turned = new URLSearchParams(search)
  // The next page of one order is no page of the other.
  turned.delete("after")
  if (isOldestFirst) turned.delete("sort")
  else turned.set("sort", "oldest")
  return (
    <Link
      to={`?${turned}`}
      preventScrollReset
      className="hover:text-ink -my-1 inline-flex min-h-6 items-center gap-1 no-underline"
    >
      {label}
      <Icon name={isOldestFirst ? "up" : "down"} className="size-3.5" />
    </Link>
  )
}
