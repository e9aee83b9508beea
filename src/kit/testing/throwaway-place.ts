import { existsSync, statfsSync } from "node:fs"
import { tmpdir } from "node:os"

const MEMORY = "/dev/shm"
/** A test's database has 13 MB and two or three are there at a time; the rest is for servers of their own, and proofs. */
const ENOUGH_BYTES = 2 * 2 ** 30

/**
 * Where to put a database that is thrown away: in memory, where Linux has a file system there, for making and filling
 * one costs many times as much on a disk. Containers are often given a tiny one: then it is the disk.
 */
export function throwawayPlace(): string {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ENOUGH_BYTES ? MEMORY : tmpdir()
}
