/** What this panel offers: packages, placement groups with their one host each, and templates. */
export const packages = [
  { id: 7, name: "Start", memory: 2048, primaryStorage: 40, traffic: 2000, cpuCores: 1 },
  { id: 8, name: "Grow", memory: 4096, primaryStorage: 80, traffic: 4000, cpuCores: 2 },
  { id: 9, name: "Power", memory: 8192, primaryStorage: 160, traffic: 8000, cpuCores: 4 },
  { id: 10, name: "Storage 1 TB", memory: 4096, primaryStorage: 1000, traffic: 10000, cpuCores: 2 },
] as const

export const groups = [
  { id: 3, name: "Seoul", hypervisorId: 31 },
  { id: 4, name: "Frankfurt", hypervisorId: 41 },
] as const

export const templates = [
  { id: 41, name: "Debian", version: "13", variant: "", eol: false },
  { id: 42, name: "Ubuntu Server", version: "26.04", variant: "LTS", eol: false },
  { id: 43, name: "Rocky Linux", version: "10", variant: "", eol: false },
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
