import type { StaffViewer } from './deps'

/** A course of an LMS that people of a course of ours come from. */
export interface LmsRoster {
  readonly platformId: string
  readonly contextId: string
  readonly platform: string
  /** Whether a launch has told where the roster is read. */
  readonly readable: boolean
  readonly syncedAt: Date | null
  readonly syncError: string | null
}

export interface LmsRosterStore {
  /** None for whoever may not change the course. */
  list(input: { readonly courseId: string; readonly viewer: StaffViewer }): Promise<readonly LmsRoster[]>
  /** Writes into the log who asked and what came of it. */
  noteSync(input: {
    readonly courseId: string
    readonly viewer: StaffViewer
    readonly data: object
    readonly now: Date
  }): Promise<void>
}
