/** Warnings we know, can't avoid and need not show to anybody. Any other is shown as always. */
const known = [
  // Raised inside the durable work library, which hands pg two queries at once on one connection.
  "Calling client.query() when the client is already executing a query is deprecated",
]

const emitWarning = process.emitWarning.bind(process)
process.emitWarning = (warning, ...details) => {
  const words = typeof warning === "string" ? warning : warning.message
  if (!known.some((start) => words.startsWith(start))) emitWarning(warning, ...details)
}
