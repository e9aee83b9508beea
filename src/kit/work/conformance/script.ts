import { sql } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "../../context.ts"
import { type CallContext, defineWork, GiveUp, TryLater, type Work, type WorkKind } from "../define.ts"
import { boundaryPlaces } from "../engine.ts"
import type { Outside } from "./outside.ts"

const outcome = z.enum(["ok", "error", "give-up", "later"])
const scriptStep = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("record"),
    name: z.string(),
    undo: z.boolean().optional(),
    fails: z.boolean().optional(),
  }),
  z.object({
    do: z.literal("call"),
    name: z.string(),
    undo: z.boolean().optional(),
    undoUnknown: z.boolean().optional(),
    tries: z.number().optional(),
    /** What the outside says the first time, the second time…; after the last one, "ok". */
    outcomes: z.array(outcome).optional(),
  }),
  z.object({ do: z.literal("poll"), name: z.string(), answersAt: z.number(), atMostSeconds: z.number() }),
  z.object({ do: z.literal("wait"), name: z.string(), seconds: z.number() }),
])
export type ScriptStep = z.infer<typeof scriptStep>

const scriptInput = z.object({
  steps: z.array(scriptStep),
  queue: z.string().optional(),
  /** Where its process is to die, once. */
  dies: z.object({ at: z.enum(boundaryPlaces), step: z.string().nullable() }).optional(),
})
export type Script = z.infer<typeof scriptInput>

/** A saga told by its input, so that the suite can say in one place what is played and what must come of it. */
export function scriptKind(
  outside: Outside,
  options: { readonly name?: string; readonly onGiveUp?: "stop" | "undo"; readonly release?: 1 | 2 } = {},
): WorkKind<Script> {
  return defineWork<Script>({
    name: options.name ?? "test.script",
    input: scriptInput,
    say: { en: "Script", ko: "대본" },
    queue: (input) => input.queue ?? "work",
    subjects: (input) => (input.queue ? [input.queue] : []),
    onGiveUp: options.onGiveUp ?? "stop",
    onStuck: (ctx) => effect(ctx, "-", "told stuck"),
    onUndone: (ctx) => effect(ctx, "-", "told undone"),
    run: async (work, input) => {
      if (options.release === 2)
        await work.record("new in this release", (ctx) => effect(ctx, work.operationId, "new"))
      for (const step of input.steps) await playStep(outside, work, step)
    },
  })
}

async function playStep(outside: Outside, work: Work, step: ScriptStep): Promise<void> {
  const id = work.operationId
  const undoOutside = async (call: CallContext) => void (await outside.call(call.operationId, call.step))
  if (step.do === "record") {
    await work.record(
      step.name,
      async (ctx) => {
        await effect(ctx, id, step.name)
        if (step.fails) throw new Error("our own rows say no")
      },
      step.undo ? { undo: (ctx) => effect(ctx, id, `undo: ${step.name}`) } : {},
    )
  } else if (step.do === "call") {
    await work.call(step.name, (call) => callOutside(outside, call, step.outcomes ?? []), {
      ...(step.undo ? { undo: undoOutside } : {}),
      ...(step.undoUnknown ? { undoUnknown: undoOutside } : {}),
      ...(step.tries === undefined ? {} : { tries: step.tries }),
    })
  } else if (step.do === "poll") {
    const pace = { everySeconds: 5, atMostSeconds: step.atMostSeconds }
    await work.poll(step.name, pace, async (call) => {
      const count = await outside.call(call.operationId, call.step)
      return count >= step.answersAt ? count : undefined
    })
  } else {
    const moment = await work.record(`${step.name}: from`, async (ctx) =>
      ctx.clock.now().add({ seconds: step.seconds }).toString(),
    )
    await work.waitUntil(step.name, Temporal.Instant.from(moment))
  }
}

async function callOutside(
  outside: Outside,
  call: CallContext,
  outcomes: readonly z.infer<typeof outcome>[],
): Promise<number> {
  const count = await outside.call(call.operationId, call.step)
  call.note({
    method: "POST",
    host: "panel.example",
    path: `/${call.step}`,
    status: 200,
    outcome: "answered",
    durationMs: 1.5,
    request: "{}",
    answer: "{}",
  })
  const said = outcomes[count - 1] ?? "ok"
  if (said === "error") throw new Error("the panel answered 500")
  if (said === "give-up") throw new GiveUp("there is no such plan")
  if (said === "later") throw new TryLater("busy", 30)
  return count
}

async function effect(ctx: Context, operation: string, step: string): Promise<void> {
  await ctx.db.execute(sql`
    insert into conformance.effects values (${operation}, ${step}, ${ctx.clock.now().toString()}::timestamptz)`)
}
