import type { Column, RowSelection } from "./table-column.ts"

/** What the rows of a table have in common. */
export interface TableRowsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly selection: RowSelection<Row> | undefined
}

export interface TableBodyProps<Row> extends TableRowsProps<Row> {
  readonly rows: readonly Row[]
}

export interface TableRowProps<Row> extends TableRowsProps<Row> {
  readonly row: Row
  /** Its number in the whole table, where not all rows are drawn. */
  readonly place?: number
  readonly isTicked?: boolean
}

/** `data-row` is what the keys j, k, x and Enter go by (see table-keys.ts). */
export function TableRow<Row>({ row, place, columns, rowKey, selection, isTicked }: TableRowProps<Row>) {
  return (
    <tr
      data-row=""
      aria-rowindex={place}
      className="border-line hover:bg-raised has-[[data-tick]:checked]:bg-accent-soft border-t"
    >
      {selection ? (
        <td className="px-2 align-middle sm:px-3">
          {selection.canSelect(row) ? (
            <input
              type="checkbox"
              data-tick=""
              form={selection.form}
              name={`row:${rowKey(row)}`}
              value="yes"
              defaultChecked={isTicked}
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
            {columns.map((below) =>
              below.isBelow ? (
                <div key={below.key} className="mt-1 text-xs font-normal md:hidden">
                  {below.cell(row)}
                </div>
              ) : null,
            )}
          </th>
        ) : (
          <td key={column.key} className={`px-2 py-2 sm:px-3 ${placeOf(column)}`}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

export function placeOf({ isNumber, isWide, isBelow }: Omit<Column<unknown>, "cell">): string {
  return `${isNumber ? "text-end tabular-nums" : "text-start"} ${isWide || isBelow ? "hidden md:table-cell" : ""}`
}
