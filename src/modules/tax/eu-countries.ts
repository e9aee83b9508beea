/** The members' VAT territory, as ISO names them; Greece is EL in VAT numbers. */
export const euCountries: ReadonlySet<string> = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
)
