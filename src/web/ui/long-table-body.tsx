import { useRef } from "react"
import { type TableBodyProps, TableRow } from "./table-row.tsx"
import { useFixedColumns, useNearBlocks, useTicks } from "./use-long-table.ts"

const BLOCK = 25

/**
 * Ten thousand rows as four hundred blocks: all of them have their height, and a few have their rows. What is ticked stays
 * in the form, drawn or not.
 */
export function LongBody<Row>({ rows, ...props }: TableBodyProps<Row>) {
  const { columns, rowKey, selection } = props
  const first = useRef<HTMLTableSectionElement>(null)
  const { drawn, heightOf } = useNearBlocks(first, rows, BLOCK)
  const nameOf = (row: Row) => `row:${rowKey(row)}`
  const ticked = useTicks(first, selection?.form, () =>
    rows.filter((row) => selection?.canSelect(row)).map(nameOf),
  )
  useFixedColumns(first, columns.map(({ key }) => key).join())
  const starts = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, index) => index * BLOCK)
  return starts.map((start, index) => {
    const own = rows.slice(start, start + BLOCK)
    return (
      <tbody key={start} data-block={index} ref={index === 0 ? first : undefined}>
        {drawn.has(index) ? (
          own.map((row, at) => (
            <TableRow
              key={rowKey(row)}
              {...props}
              row={row}
              // From 1, and the head is the first.
              place={start + at + 2}
              isTicked={ticked.has(nameOf(row))}
            />
          ))
        ) : (
          <BlankBlock
            height={heightOf(index, own.length)}
            ticks={ticked.size > 0 ? own.filter((row) => ticked.has(nameOf(row))).length : 0}
          />
        )}
      </tbody>
    )
  })
}

interface BlankBlockProps {
  readonly height: number
  /** So many of its rows are ticked: one box stands for them all, for whoever counts (see BulkBar). */
  readonly ticks: number
}

function BlankBlock({ height, ticks }: BlankBlockProps) {
  return (
    <tr aria-hidden="true">
      {/* Not as a style: the page's own policy lets none in with the HTML. */}
      <td height={height}>
        {ticks > 0 ? (
          <input type="checkbox" hidden defaultChecked data-tick="" data-stands-for={ticks} />
        ) : null}
      </td>
    </tr>
  )
}
