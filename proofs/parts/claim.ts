export interface ProofGround {
  readonly clusterUrl: string
  readonly seed: number
}

/** One line of a proof: what is said, with its figure, and whether it was so. */
export interface Claim {
  readonly isKept: boolean
  readonly words: string
}
