/** Nobody waits for a list because of a figure beside it: it is counted so far, and one more stands for "and more". */
export const MOST_COUNTED = 10_000
