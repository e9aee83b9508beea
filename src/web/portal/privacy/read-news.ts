/** The form about news and offers, on each page that has it. */
export function readNews(values: Readonly<Record<string, string>>) {
  const isTicked = (name: string) => values[name] === "yes"
  return {
    marketingMail: isTicked("marketingMail"),
    marketingSms: isTicked("marketingSms"),
    marketingKakao: isTicked("marketingKakao"),
    night: isTicked("night"),
  }
}
