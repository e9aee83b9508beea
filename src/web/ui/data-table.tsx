import type { ReactNode } from "react"
import { useSearchParams } from "react-router"
import { useWords } from "../i18n/use-words.ts"
import { ColumnChoice, useShownColumns } from "./column-choice.tsx"
import { EmptyState } from "./empty-state.tsx"
import type { IconName } from "./icon.tsx"
import { Pager } from "./pager.tsx"
import { SortLink } from "./sort-link.tsx"
import { words } from "./table.words.ts"

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand to the right, under each other. */
  readonly isNumber?: boolean
  /** Left out on a phone; the detail page has it. */
  readonly isWide?: boolean
  /** The moment that the list goes by: its head turns the order round. */
  readonly isOrder?: boolean
  /** Shown only to whoever chooses it. */
  readonly isExtra?: boolean
}

export interface DataTableProps<Row> {
  /** Says what is listed; read out, not shown. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly page: { readonly items: readonly Row[]; readonly next: string | null }
  readonly rowKey: (row: Row) => string
  readonly empty: string
  readonly emptyHelp?: ReactNode
  readonly emptyIcon?: IconName
  /** Rows can be ticked, each under a name of its own; what is done with them stands in `bulk`. */
  readonly selection?: RowSelection<Row>
}

export interface RowSelection<Row> {
  /** The form that the ticks belong to, where the table doesn't stand in it. */
  readonly form?: string
  readonly canSelect: (row: Row) => boolean
  readonly label: (row: Row) => string
  readonly bulk: ReactNode
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
      <div className="border-line rounded-box overflow-x-auto border 2xl:overflow-visible" data-rows="">
        <table className="w-full border-collapse text-sm">
          <TableHead {...props} shown={shown} />
          <tbody>
            {page.items.map((row) => (
              <TableRow
                key={props.rowKey(row)}
                {...{ row, selection }}
                columns={shown}
                rowKey={props.rowKey}
              />
            ))}
          </tbody>
        </table>
      </div>
      {selection?.bulk}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted text-xs">{say("shown", { count: page.items.length })}</p>
        <Pager next={page.next} />
      </div>
    </div>
  )
}

type HeadProps<Row> = DataTableProps<Row> & { readonly shown: readonly Column<Row>[] }

function TableHead<Row>({ caption, columns, shown, selection }: HeadProps<Row>) {
  const say = useWords(words)
  const isOldestFirst = useSearchParams()[0].get("sort") === "oldest"
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
              aria-sort={column.isOrder ? (isOldestFirst ? "ascending" : "descending") : undefined}
              className={`bg-raised px-2 py-2 text-xs sm:px-3 font-medium whitespace-nowrap 2xl:sticky 2xl:top-0 2xl:z-10 ${place(column)}`}
            >
              {column.isOrder ? <SortLink label={column.label} /> : column.label}
              {index === shown.length - 1 ? <ColumnChoice columns={columns} shown={shown} /> : null}
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}

interface RowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly selection: RowSelection<Row> | undefined
}

/** `data-row` is what the keys j, k, x and Enter go by (see table-keys.ts). */
function TableRow<Row>({ row, columns, rowKey, selection }: RowProps<Row>) {
  return (
    <tr data-row="" className="border-line hover:bg-raised has-[[data-tick]:checked]:bg-accent-soft border-t">
      {selection ? (
        <td className="px-2 align-middle sm:px-3">
          {selection.canSelect(row) ? (
            <input
              type="checkbox"
              data-tick=""
              form={selection.form}
              name={`row:${rowKey(row)}`}
              value="yes"
              aria-label={selection.label(row)}
              className="accent-accent block size-4.5"
            />
          ) : null}
        </td>
      ) : null}
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row" className="px-2 py-2 text-start font-medium sm:px-3 md:min-w-52">
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} className={`px-2 py-2 sm:px-3 ${place(column)}`}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

function place(column: { isNumber?: boolean; isWide?: boolean }): string {
  return `${column.isNumber ? "text-end tabular-nums" : "text-start"} ${column.isWide ? "hidden md:table-cell" : ""}`
}
