import type { z } from "zod"
import { GiveUp, TryLater, Unanswered } from "#kit/work/define.ts"
import type { PanelAnswer } from "./driver.ts"
import { refusalShape } from "./virtfusion-shapes.ts"

/** The panel itself says that it doesn't know what was named. Not every 404 is one. */
export class PanelNotFound extends Error {
  override readonly name = "PanelNotFound"
}

/** The panel understood and said no: the same question gets the same answer. */
export class PanelRefused extends GiveUp {}

/** Turns an answer into what was asked for, or into the right kind of "no" (virtfusion.md, errors). */
export function readAnswer<Shape extends z.ZodType>(
  answer: PanelAnswer,
  shape: Shape,
  what: string,
): z.infer<Shape> {
  if (answer.status >= 200 && answer.status < 300) return readBody(answer, shape, what)
  const words = readWords(answer.text)
  switch (answer.status) {
    case 401:
      throw new GiveUp(
        `${what}: the panel does not accept our token (wrong, expired, or our address is not allowed).`,
        { trouble: "denied" },
      )
    case 403:
      throw new GiveUp(`${what}: the panel's token lacks the permission. ${words.text}`, {
        trouble: "denied",
      })
    case 404:
      // Without "msg" it wasn't the panel that answered: a wrong address or a proxy. Never read as "deleted".
      if (words.msg) throw new PanelNotFound(`${what}: ${words.msg}`)
      throw new Unanswered(
        `${what}: 404 without the panel's own words; the panel is unavailable at this address.`,
      )
    case 409:
      throw new TryLater(`${what}: the panel says it conflicts with the current state. ${words.text}`, 5, {
        trouble: "busy",
      })
    case 422:
      throw new PanelRefused(`${what}: the panel refused. ${words.text}`, { trouble: "declined" })
    case 423:
      throw new TryLater(`${what}: the server is busy. ${words.text}`, 10, { trouble: "busy" })
    default:
      throw new Unanswered(
        `${what}: the panel answered ${answer.status}; whether it did anything is unknown.`,
      )
  }
}

function readBody<Shape extends z.ZodType>(answer: PanelAnswer, shape: Shape, what: string): z.infer<Shape> {
  const parsed = shape.safeParse(answer.text === "" ? undefined : parseJson(answer.text))
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join(".") || "the whole answer"
  throw new Unanswered(`${what}: the answer can't be read (${where}); whether it did anything is unknown.`)
}

/** The panel's words reach operators only, shortened; never customers. */
function readWords(text: string): { msg: string | undefined; text: string } {
  const parsed = refusalShape.safeParse(parseJson(text))
  if (!parsed.success) return { msg: undefined, text: "" }
  const { msg, message, errors } = parsed.data
  const list = Array.isArray(errors) ? errors : Object.values(errors ?? {}).flat()
  const all = [msg, ...list, list.length === 0 ? message : undefined].filter((part) => part)
  return { msg: msg ?? undefined, text: all.join(" ").slice(0, 400) }
}

/** Undefined stands for "no JSON": no shape accepts it, so nothing is assumed. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
