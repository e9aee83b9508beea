import type { Mutant } from "./mutant.ts"

const playing = ["src/kit/work/play-segment.test.ts"]
const racing = ["scenarios/race.test.ts"]
const building = ["src/modules/provisioning/create-service.test.ts"]

/** In durable work, events, building and mail. */
export const mutantsAtWork: readonly Mutant[] = [
  {
    name: "a call is not written down before it is made",
    file: "src/kit/work/steps.ts",
    search: "await claimCall(play, await beginStep(play, name, given.kind))",
    replacement: "await beginStep(play, name, given.kind)",
    breaks: "after a crash nobody knows that the outside may have heard it",
    tests: ["src/kit/work/play-segment.test.ts", "src/kit/work/memory-runner.test.ts"],
  },
  {
    name: "what a step did is not recorded with it",
    file: "src/kit/work/steps.ts",
    search: "{ ...ending, steps: [row, ...undone(play, given.undoes)] })\n      isWritten",
    replacement: "{ ...ending, steps: [...undone(play, given.undoes)] })\n      isWritten",
    breaks: "every replay does it again",
    tests: ["src/kit/work/memory-runner.test.ts", "src/kit/work/simulation.test.ts"],
  },
  {
    name: "the fence is not looked at when a step is written",
    file: "src/kit/work/play-rows.ts",
    search: "where id = ${next.id} and play = ${next.play} and",
    replacement: "where id = ${next.id} and",
    breaks: "a worker taken for dead goes on writing",
    tests: [...playing, "src/kit/work/simulation.test.ts"],
  },
  {
    name: "the fence is not looked at inside a step",
    file: "src/kit/work/fence.ts",
    search: "where id = $1 and play = $2 and",
    replacement: "where id = $1 and $2 <> '' and",
    breaks: "a worker taken for dead goes on changing business rows from within a call",
    tests: playing,
  },
  {
    name: "a poll that learns nothing counts as a failure",
    file: "src/kit/work/steps.ts",
    search: "tries: isLate ? 1 : Number.POSITIVE_INFINITY,",
    replacement: "tries: 1,",
    breaks: "a panel that is slow to answer ends the build",
    tests: ["src/kit/work/memory-runner.test.ts"],
  },
  {
    name: "undo goes from the first step to the last",
    file: "src/kit/work/undo.ts",
    search: "second.position - first.position",
    replacement: "first.position - second.position",
    breaks: "the user is deleted before the machine",
    tests: ["src/kit/work/operator-moves.test.ts"],
    named: "undo takes back in reverse",
  },
  {
    name: "what a step did is committed first, and that it did it afterwards",
    file: "src/kit/work/steps.ts",
    search: `      await writePlay(db, play, { ...ending, steps: [row, ...undone(play, given.undoes)] })
      isWritten = true
      return row
    })`,
    replacement: `      isWritten = true
      return row
    })
    await transactPlay(play, name, (db) =>
      writePlay(db, play, { ...ending, steps: [done, ...undone(play, given.undoes)] }),
    )`,
    breaks: "a crash between the two does it twice",
    tests: ["src/kit/work/memory-runner.test.ts", "src/kit/work/simulation.test.ts"],
  },
  {
    name: "work is started again under the same key",
    file: "src/kit/work/start-work.ts",
    search: "${options.key ?? null}",
    replacement: "${null}",
    breaks: "a repeated notice is worked through twice",
    tests: ["src/kit/work/start-work.test.ts"],
  },
  {
    name: "an event that was delivered is delivered again",
    file: "src/kit/events/deliver.ts",
    search: `  if (event.delivery === null) return "already"\n`,
    replacement: "",
    breaks: "a reaction happens twice",
    tests: ["src/kit/events/dispatcher.test.ts"],
  },
  {
    name: "the panel is not looked at before a server is asked for again",
    file: "src/modules/provisioning/drivers/virtfusion-create.ts",
    search: "  if (notes.allocateAskedAt) {",
    replacement: "  if (notes.adopted) {",
    breaks: "a lost answer makes a second server",
    tests: ["src/modules/provisioning/drivers/virtfusion.test.ts"],
  },
  {
    name: "two orders of one customer are allocated at once",
    file: "src/modules/provisioning/take-turn.ts",
    search: "  if (owner.turnOf && (await isGoingOn(ctx, owner.turnOf))) {",
    replacement: "  if (owner.turnOf && false) {",
    breaks: "each order may take the other's machine",
    tests: building,
    named: "keeps two orders of one customer apart",
  },
  {
    name: "a mail gets a new name with every try",
    file: "src/modules/notifications/deliver.ts",
    search: "messageIdHeader(row.id, row.senderAddress)",
    replacement: "messageIdHeader(`${row.id}-${row.attempts}`, row.senderAddress)",
    breaks: "mailboxes show the same mail twice",
    tests: ["src/modules/notifications/deliver.test.ts"],
    named: "under the same name",
  },
  {
    name: "the cart is not locked",
    file: "src/modules/orders/queries.ts",
    search: `  const [cart] = await found.for("update")`,
    replacement: "  const [cart] = await found",
    breaks: "a double click makes two orders",
    tests: racing,
    named: "a checkout clicked three times",
  },
  {
    name: "the order is not locked",
    file: "src/modules/orders/queries.ts",
    search: `  const [order] = await found.for("update")`,
    replacement: "  const [order] = await found",
    breaks: "two operators build it twice",
    tests: racing,
    named: "three operators who approve",
  },
  {
    name: "an operation is not locked for an operator's move",
    file: "src/kit/work/lock-operation.ts",
    search: `\n    .for("update")`,
    replacement: "",
    breaks: "one retries what another has closed",
    tests: racing,
    named: "people who retry, undo and close",
  },
]
