export type ServerSettings = Readonly<Record<string, string>>

/** For a laptop or two cores. What is not named here is PostgreSQL's own default. */
export const SERVER_SETTINGS: ServerSettings = {
  listen_addresses: "127.0.0.1",
  max_connections: "100",
  shared_buffers: "128MB",
  effective_cache_size: "512MB",
  max_wal_size: "1GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  // Our queries are short; compiling them costs more than it saves.
  jit: "off",
  // Two cores: a parallel plan would only take the other one from somebody else's request.
  max_parallel_workers_per_gather: "0",
  // A program that was killed in the middle of a query must not keep its row locks until the query ends.
  client_connection_check_interval: "1s",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
}

/** For clusters that are thrown away after the tests: a lost one costs nothing, so nothing waits for the disk. */
export const THROWAWAY_SETTINGS: ServerSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  // Nothing waits for a checkpoint, and what is kept for none takes no memory.
  max_wal_size: "512MB",
  max_connections: "200",
  wal_level: "minimal",
  max_wal_senders: "0",
}

export function settingArguments(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
}
