import { eq } from "drizzle-orm"
import type { z } from "zod"
import { listPersonNames } from "#identity"
import type { Context, Reach } from "#kit/context.ts"
import type { importDetailShape } from "./customer-import-contract.ts"
import { customerRefusals } from "./errors.ts"
import { summaryOf } from "./imported-file.ts"
import { imports } from "./tables.ts"

export type ImportView = z.infer<typeof importDetailShape>

const MOST_SHOWN = 500
const order = { wrong: 0, fresh: 1, known: 2 } as const

export async function getImport(ctx: Context, reach: Reach, id: string): Promise<ImportView> {
  const [row] =
    reach.kind === "all" ? await ctx.db.select().from(imports).where(eq(imports.id, id)).limit(1) : []
  if (!row) return customerRefusals.refuse("customers.import_missing", { id })
  const names = await listPersonNames(ctx, [row.startedBy])
  return {
    ...summaryOf(row, names),
    columns: [...row.columns],
    unknownColumns: [...row.unknownColumns],
    rows: row.rows
      .toSorted((one, other) => order[one.standing] - order[other.standing] || one.line - other.line)
      .slice(0, MOST_SHOWN)
      .map(({ line, typed, standing, problems, accountId }) => ({
        line,
        cells: [...typed],
        standing,
        problems: problems.map((problem) => ({ ...problem })),
        accountId: accountId ?? null,
      })),
  }
}
