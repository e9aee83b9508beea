/** A paper as a file to keep. */
export function sendPdf(file: File): Response {
  const name = file.name.replace(/[^\w.-]/g, "-") || "paper.pdf"
  return new Response(file.stream(), {
    headers: {
      "content-type": "application/pdf",
      "content-length": String(file.size),
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  })
}
