import type { tagColors } from "./tag-contract.ts"

export interface TagWish {
  readonly name: string
  readonly color: (typeof tagColors)[number]
}

/** As many as fit into one look; more is a sign that they mean nothing any more. */
export const MOST_TAGS = 100

/** Two names that read the same are the same. */
export function keyOfName(name: string): string {
  return name.normalize("NFC").trim().toLowerCase()
}
