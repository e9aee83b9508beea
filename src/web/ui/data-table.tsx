import type { ReactNode } from "react"
import { useSearchParams } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { ColumnChoice, useShownColumns } from "./column-choice.tsx"
import { EmptyState } from "./empty-state.tsx"
import type { IconName } from "./icon.tsx"
import { Pager } from "./pager.tsx"
import { readSort, SortLink } from "./sort-link.tsx"
import { words } from "./table.words.ts"
import { isLong, TableBody } from "./table-body.tsx"
import type { Column, RowSelection } from "./table-column.ts"
import { placeOf, TableRow } from "./table-row.tsx"

export type { Column, RowSelection } from "./table-column.ts"

export interface DataTableProps<Row> {
  /** Says what is listed; read out, not shown. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly page: { readonly items: readonly Row[]; readonly next: string | null }
  readonly rowKey: (row: Row) => string
  /** All rows together: stands at the foot and is no row itself. */
  readonly total?: Row
  readonly empty: string
  readonly emptyHelp?: ReactNode
  readonly emptyIcon?: IconName
  /** Rows can be ticked, each under a name of its own; what is done with them stands in `bulk`. */
  readonly selection?: RowSelection<Row>
}

/**
 * A table that is narrow enough needs no box to be moved in sideways, and then its head stays in sight while the page is
 * scrolled: within a box it stays only as long as that box is.
 */
function seeFit(box: HTMLElement | null) {
  let stop: (() => void) | undefined
  if (box) void import("./watch-fit.ts").then(({ watchFit }) => (stop = watchFit(box)))
  return () => stop?.()
}

/** A list paged by key. The first column names the row and stays; order, columns and filters live in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, page, empty, emptyHelp, emptyIcon, selection } = props
  const say = useWords(words)
  const [search] = useSearchParams()
  const shown = useShownColumns(columns)
  if (page.items.length === 0) {
    const isFiltered = [...search.keys()].some((name) => !["sort", "columns"].includes(name))
    return (
      <>
        <EmptyState title={isFiltered ? say("noMatch") : empty} {...(emptyIcon ? { icon: emptyIcon } : {})}>
          {isFiltered ? say("noMatchHelp") : emptyHelp}
        </EmptyState>
        <Pager next={page.next} />
      </>
    )
  }
  return (
    <div className="space-y-2" data-selection={selection ? "" : undefined}>
      <div ref={seeFit} data-rows={isLong(page.items) ? "long" : ""}>
        <table
          className="w-full border-collapse text-sm"
          aria-rowcount={isLong(page.items) ? page.items.length + 1 : undefined}
        >
          <TableHead {...props} shown={shown} />
          <TableBody rows={page.items} columns={shown} rowKey={props.rowKey} selection={selection} />
          {props.total === undefined ? null : (
            <tfoot className="font-semibold">
              <TableRow row={props.total} columns={shown} rowKey={props.rowKey} selection={undefined} />
            </tfoot>
          )}
        </table>
      </div>
      {selection?.bulk}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <output className="text-muted text-xs">{say("shown", { count: page.items.length })}</output>
        <Pager next={page.next} />
      </div>
    </div>
  )
}

type HeadProps<Row> = DataTableProps<Row> & { readonly shown: readonly Column<Row>[] }

function TableHead<Row>({ caption, columns, shown, selection }: HeadProps<Row>) {
  const say = useWords(words)
  const [search] = useSearchParams()
  return (
    <>
      <caption className="sr-only">{caption}</caption>
      <thead className="bg-raised text-muted text-start">
        <tr>
          {selection ? (
            <th scope="col" className="w-10 px-2 sm:px-3">
              <span className="sr-only">{say("select")}</span>
            </th>
          ) : null}
          {shown.map((column, index) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={readSort(column, search).stand}
              className={`bg-raised px-2 py-2 text-xs sm:px-3 font-medium whitespace-nowrap ${placeOf(column)}`}
            >
              {column.isOrder || column.sort ? <SortLink column={column} /> : column.label}
              {index === shown.length - 1 ? <ColumnChoice columns={columns} shown={shown} /> : null}
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}
