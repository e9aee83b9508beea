import { and, asc, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import type { Context, Reach } from "#kit/context.ts"
import type { progressShape } from "#kit/contract.ts"
import type { Say } from "#kit/refusal.ts"
import type { OperationState } from "#kit/work/operation.ts"
import { operations, steps } from "#kit/work/tables.ts"
import type { TroubleKind } from "#kit/work/trouble.ts"
import { drivers } from "./means.ts"
import { getService } from "./queries.ts"
import { sayService } from "./service.ts"
import { panels, services } from "./tables.ts"

export type Progress = z.infer<typeof progressShape>

/** Our own steps around the driver's, in the order the customer sees them. */
const before = [{ name: "choose-panel", say: { en: "Choosing a server", ko: "서버 선택" } }] as const
const after = [
  { name: "wait-until-built", say: { en: "Setting up the server", ko: "서버 세팅" } },
  { name: "keep-credentials", say: { en: "Preparing your credentials", ko: "접속 정보 준비" } },
  { name: "read-addresses", say: { en: "Checking the address", ko: "IP 주소 확인" } },
  { name: "mark-active", say: { en: "Ready", ko: "설치 완료" } },
] as const

/** Where the building of a service stands, step by step, in the reader's language. */
export async function readProgress(ctx: Context, reach: Reach, serviceId: string): Promise<Progress> {
  await getService(ctx, reach, serviceId)
  const [row] = await ctx.db
    .select({
      service: services,
      driver: panels.driver,
      operation: operations.state,
      trouble: operations.trouble,
    })
    .from(services)
    .leftJoin(panels, and(eq(panels.tenantId, services.tenantId), eq(panels.id, services.panelId)))
    .leftJoin(
      operations,
      and(eq(operations.tenantId, services.tenantId), eq(operations.id, services.operationId)),
    )
    .where(eq(services.id, serviceId))
    .limit(1)
  const at = ctx.clock.now().toString()
  if (!row?.service.operationId || !row.operation) {
    const words = row ? sayService(row.service, ctx.language) : null
    return { operationId: null, state: "none", steps: [], words, counts: null, at }
  }
  const titles = [...before, ...(drivers[row.driver ?? ""]?.createSteps ?? []), ...after]
  const found = await listSteps(
    ctx,
    row.service.operationId,
    titles.map((title) => title.name),
  )
  const shown = titles.map((title) => describeStep(title, found.get(title.name), ctx.language))
  return {
    operationId: row.service.operationId,
    state: row.operation,
    steps: shown,
    words: isHeldUp(row) ? heldUp[ctx.language] : sayService(row.service, ctx.language),
    counts: null,
    at,
  }
}

/** Whoever has paid and sees a step stand still asks one thing first. */
const heldUp: Say = {
  en: "This takes longer than usual. We keep trying by ourselves: there is nothing for you to do, and nothing more is charged.",
  ko: "평소보다 시간이 걸리고 있습니다. 자동으로 계속 시도하고 있으니 따로 하실 일은 없으며, 추가로 결제되지 않습니다.",
}

const outOfOrder: ReadonlySet<TroubleKind> = new Set(["unreachable", "unanswered", "busy"])

function isHeldUp(row: { readonly operation: OperationState | null; readonly trouble: TroubleKind | null }) {
  return row.operation === "waiting" && row.trouble !== null && outOfOrder.has(row.trouble)
}

type StepRow = typeof steps.$inferSelect

async function listSteps(ctx: Context, operationId: string, names: string[]): Promise<Map<string, StepRow>> {
  const rows = await ctx.db
    .select()
    .from(steps)
    .where(and(eq(steps.operationId, operationId), inArray(steps.name, names)))
    .orderBy(asc(steps.position))
    .limit(100)
  return new Map(rows.map((row) => [row.name, row]))
}

const shownStates = {
  calling: "running",
  waiting: "waiting",
  done: "done",
  failed: "failed",
  undone: "undone",
  forgotten: "planned",
} as const satisfies Record<StepRow["state"], Progress["steps"][number]["state"]>

function describeStep(
  title: { name: string; say: Say },
  row: StepRow | undefined,
  language: Context["language"],
): Progress["steps"][number] {
  return {
    name: title.say[language],
    state: row ? shownStates[row.state] : "planned",
    startedAt: row?.startedAt.toString() ?? null,
    endedAt: row?.endedAt?.toString() ?? null,
    attempts: row?.attempts ?? 0,
  }
}
