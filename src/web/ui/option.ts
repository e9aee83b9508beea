/** One of many that a server knows. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly about?: string
}

/** Answers what matches; asked again as the reader types. */
export type FindOptions = (text: string) => Promise<readonly Option[]>
