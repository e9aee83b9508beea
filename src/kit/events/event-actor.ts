import { createEventDispatcher, type EventDispatcherOptions, eventsDue } from "./dispatcher.ts"

/** The dispatcher as one who takes turns in a simulation: one event at a time, dying where it is struck. */
export function createEventActor(options: Omit<EventDispatcherOptions, "boundary">) {
  let strikeNow = () => {}
  const dispatcher = createEventDispatcher({ ...options, boundary: () => strikeNow() })
  return {
    name: "events",
    act: (strike: () => void) => {
      strikeNow = strike
      return dispatcher.dispatchNext()
    },
    due: eventsDue,
  }
}
