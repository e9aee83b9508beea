/** What this panel offers: packages, placement groups with their one host each, and templates. */
export const packages = [
  { id: 1, name: "VPS 1", memory: 1024, primaryStorage: 25, traffic: 1000, cpuCores: 1 },
  { id: 2, name: "VPS 2", memory: 2048, primaryStorage: 50, traffic: 2000, cpuCores: 1 },
  { id: 3, name: "VPS 4", memory: 4096, primaryStorage: 80, traffic: 3000, cpuCores: 2 },
  { id: 4, name: "VPS 8", memory: 8192, primaryStorage: 160, traffic: 4000, cpuCores: 4 },
  { id: 5, name: "VPS 16", memory: 16384, primaryStorage: 320, traffic: 5000, cpuCores: 8 },
] as const

export const groups = [
  { id: 1, name: "Seoul", hypervisorId: 11 },
  { id: 2, name: "Frankfurt", hypervisorId: 12 },
  { id: 3, name: "Ashburn", hypervisorId: 13 },
] as const

export const templates = [
  { id: 41, name: "Ubuntu Server", version: "24.04", variant: "LTS", eol: false },
  { id: 42, name: "Debian", version: "13", variant: "", eol: false },
  { id: 43, name: "Rocky Linux", version: "10", variant: "", eol: false },
  { id: 44, name: "AlmaLinux", version: "10", variant: "", eol: false },
] as const

export function findPackage(id: number) {
  return packages.find((one) => one.id === id)
}

export function findGroup(id: number) {
  return groups.find((one) => one.id === id)
}

export function describePackage(one: (typeof packages)[number]) {
  return {
    ...one,
    enabled: true,
    primaryNetworkSpeedIn: 125_000,
    primaryNetworkSpeedOut: 125_000,
    primaryStorageProfile: 0,
  }
}

export function describeTemplates() {
  const groupNames = [...new Set(templates.map((one) => one.name))]
  return groupNames.map((name, index) => ({
    id: index + 1,
    name,
    description: "",
    templates: templates.filter((one) => one.name === name),
  }))
}
