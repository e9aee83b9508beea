/** "1,000 GB" is said "1 TB"; what isn't a tenth of it stays exact. Disks and traffic are sold in thousands. */
export function sizeOf(gigabytes: number): readonly ["gigabytes" | "terabytes", { readonly count: number }] {
  return gigabytes >= 1_000 && gigabytes % 100 === 0
    ? ["terabytes", { count: gigabytes / 1_000 }]
    : ["gigabytes", { count: gigabytes }]
}
