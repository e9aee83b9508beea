import { lazy } from "react"
import { type TableBodyProps, TableRow } from "./table-row.tsx"

/** A page of a list is shorter. What is longer is drawn in blocks, and only those near the window. */
const MOST_AT_ONCE = 200

export function isLong(rows: readonly unknown[]): boolean {
  return rows.length > MOST_AT_ONCE
}

/** Few tables are that long: the others don't carry what it takes. */
const LongBody = lazy(async () => ({ default: (await import("./long-table-body.tsx")).LongBody }))

export function TableBody<Row>({ rows, ...props }: TableBodyProps<Row>) {
  if (isLong(rows)) return <LongBody {...({ rows, ...props } as unknown as TableBodyProps<unknown>)} />
  return (
    <tbody>
      {rows.map((row) => (
        <TableRow key={props.rowKey(row)} {...props} row={row} />
      ))}
    </tbody>
  )
}
