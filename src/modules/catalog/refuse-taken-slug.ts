import { violatedConstraint } from "#kit/db.ts"
import { catalogRefusals } from "./errors.ts"

/** Two things of a kind can't have one address; the database is who knows. */
export async function refuseTakenSlug(written: PromiseLike<unknown>): Promise<void> {
  try {
    await written
  } catch (error) {
    if (violatedConstraint(error)?.includes("slug")) {
      catalogRefusals.refuse("catalog.slug_taken", {}, { field: "slug" })
    }
    throw error
  }
}
