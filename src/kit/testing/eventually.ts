import { setTimeout as pause } from "node:timers/promises"
import { monotonicMs } from "../clock.ts"

/** Asks again and again until the answer is yes; a test that waits says for how long at most. */
export async function eventually(
  isSo: () => Promise<boolean> | boolean,
  options: { readonly withinMs?: number; readonly everyMs?: number } = {},
): Promise<void> {
  const { withinMs = 20_000, everyMs = 20 } = options
  const end = monotonicMs() + withinMs
  while (!(await isSo())) {
    if (monotonicMs() > end) throw new Error(`Not so within ${withinMs} ms.`)
    await pause(everyMs)
  }
}
