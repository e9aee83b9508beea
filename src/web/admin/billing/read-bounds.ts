/** Both, or none; what is half filled in goes as it is, and the API says no at its field. */
export function readBounds(values: Readonly<Record<string, string>>) {
  const [least = "", most = ""] = [values["quantityBounds/least"], values["quantityBounds/most"]]
  return least || most ? { least: Number(least), most: Number(most) } : null
}
