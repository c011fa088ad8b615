/** A throwaway database server that tests may crash and start again at the same address. */
export interface CrashableDatabase {
  url(database: string): string
  /** Ends it at once, without writing anything back: the next start recovers from the log. */
  crash(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}
export function startCrashableDatabase(name: string): Promise<CrashableDatabase>
