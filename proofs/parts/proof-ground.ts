/** What every part of a proof stands on. */
export interface ProofGround {
  readonly clusterUrl: string
  readonly seed: number
}
