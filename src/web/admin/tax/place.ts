interface Place {
  readonly country: string
  readonly region: string
}

/** "Germany", "United States (TX)". */
export function nameOfPlace(
  { country, region }: Place,
  countries: readonly { readonly code: string; readonly name: string }[],
): string {
  const name = countries.find(({ code }) => code === country)?.name ?? country
  return region ? `${name} (${region})` : name
}
