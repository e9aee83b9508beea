const fieldWords = [
  "option",
  "position",
  "name.en",
  "name.ko",
  "help.en",
  "help.ko",
  "unit.en",
  "unit.ko",
  "id",
  "kind",
  "isAddOn",
  "min",
  "max",
  "step",
  "included",
  "resource",
  "adds",
] as const

/** What a changed field is called: "option.max". */
export function optionWord(field: string) {
  if (field === "meter") return "field.meter" as const
  const known = fieldWords.find((one) => field === `option.${one}`)
  return `field.${known ?? "option"}` as const
}
