/** An address on one line, or on as many as it needs: each part of it, a postal code above all, stays in one piece. */
export function AddressLines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, index) => (
    <span key={line}>
      <span className="inline-block">{index < lines.length - 1 ? `${line},` : line}</span>{" "}
    </span>
  ))
}
