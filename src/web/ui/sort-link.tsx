import { Link, useSearchParams } from "react-router"
import { Icon } from "./icon.tsx"
import type { Column } from "./table-column.ts"

export type SortedColumn = Pick<Column<never>, "label" | "isOrder" | "sort">

/** Turns the order of a list round: newest first is the plain address. A third press takes another order away again. */
export function SortLink({ column }: { column: SortedColumn }) {
  const [search] = useSearchParams()
  const { stand, next } = readSort(column, search)
  const turned = new URLSearchParams(search)
  // The next page of one order is no page of the other.
  turned.delete("after")
  if (next) turned.set("sort", next)
  else turned.delete("sort")
  return (
    <Link
      to={`?${turned}`}
      preventScrollReset
      className={`hover:text-ink -my-1 inline-flex min-h-6 items-center gap-1 ${stand ? "no-underline" : "underline decoration-dotted underline-offset-4"}`}
    >
      {column.label}
      {stand ? <Icon name={stand === "ascending" ? "up" : "down"} className="size-3.5" /> : null}
    </Link>
  )
}

const ways = ["ascending", "descending"] as const

/** How a column stands in the address, and what the next press makes of it. */
export function readSort({ isOrder, sort }: SortedColumn, search: URLSearchParams) {
  const values = isOrder ? ["oldest", ""] : sort ? [sort, `-${sort}`, ""] : []
  const at = values.indexOf(search.get("sort") ?? "")
  // Of the moment's column every other order leads back to newest first.
  return { stand: ways[at], next: isOrder && at < 1 ? "" : values[(at + 1) % values.length] }
}
