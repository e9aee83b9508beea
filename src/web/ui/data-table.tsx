import type { ReactNode } from "react"
import { useWords } from "../i18n/use-words.ts"
import { EmptyState } from "./empty-state.tsx"
import { Pager } from "./pager.tsx"
import { words } from "./words.ts"

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand to the right, under each other. */
  readonly isNumber?: boolean
  /** Left out on a phone; the detail page has it. */
  readonly isWide?: boolean
}

export interface DataTableProps<Row> {
  /** Says what is listed; read out, not shown. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly page: { readonly items: readonly Row[]; readonly next: string | null }
  readonly rowKey: (row: Row) => string
  readonly empty: string
  readonly emptyHelp?: ReactNode
}

/** A list paged by key. The first column names the row. */
export function DataTable<Row>({ caption, columns, page, rowKey, empty, emptyHelp }: DataTableProps<Row>) {
  const say = useWords(words)
  if (page.items.length === 0) {
    return (
      <>
        <EmptyState title={empty}>{emptyHelp}</EmptyState>
        <Pager next={page.next} />
      </>
    )
  }
  return (
    <div className="space-y-2">
      <div className="border-line rounded-box overflow-x-auto border">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead className="bg-raised text-muted text-start">
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={`px-3 py-2 font-medium ${place(column)}`}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.items.map((row) => (
              <TableRow key={rowKey(row)} {...{ row, columns }} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted text-sm">{say("shown", { count: page.items.length })}</p>
        <Pager next={page.next} />
      </div>
    </div>
  )
}

function TableRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr className="border-line hover:bg-raised border-t">
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row" className="px-3 py-2 text-start font-medium">
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} className={`px-3 py-2 ${place(column)}`}>
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
