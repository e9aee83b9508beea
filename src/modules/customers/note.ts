/** More than anybody reads; the page shows all of them, the pinned ones first. */
export const MOST_NOTES = 200
