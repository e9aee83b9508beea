import { expect, it } from "vitest"
import { describeBackups } from "./virtfusion-backups.ts"
import { backupsShape } from "./virtfusion-shapes.ts"

const made = (created: string, more: object = {}) => ({
  id: 1,
  complete: true,
  progress: 100,
  restoring: false,
  deleting: false,
  created,
  ...more,
})
const read = (answer: unknown) => {
  const { newest, isBeingMade } = describeBackups(backupsShape.parse(answer))
  return [newest?.toString(), isBeingMade]
}

it.each([
  ["in data", { data: [made("2026-03-01T03:00:00+00:00"), made("2026-03-02T03:00:00+00:00")] }],
  ["bare", [made("2026-03-02T03:00:00+00:00"), made("2026-03-01T03:00:00+00:00")]],
  ["moments without an offset", { data: [made("2026-03-02 03:00:00")] }],
  ["flags as numbers", { data: [made("2026-03-02 03:00:00", { complete: 1, deleting: 0 })] }],
])("the newest whole one counts: %s", (_, answer) => {
  expect(read(answer)).toEqual(["2026-03-02T03:00:00Z", false])
})

it.each([
  ["half made", { complete: false, progress: 40 }, [undefined, true]],
  ["being deleted", { deleting: true }, [undefined, false]],
])("one that is %s is none", (_, more, said) => {
  expect(read({ data: [made("2026-03-02 03:00:00", more)] })).toEqual(said)
})

it("has none", () => {
  expect(read({ data: [] })).toEqual([undefined, false])
})
