import { type ParsedCronItem, parseCronItems, type TaskList } from 'graphile-worker'

/** What the queue can ask for in the services of learning management systems; each is safe to run twice. */
export interface LtiJobs {
  /** Daily: our keys grow old. */
  rotateKeys(): Promise<unknown>
}

export interface MoreTasks {
  readonly taskList: TaskList
  readonly cronItems: readonly ParsedCronItem[]
}

/** Times are UTC. */
export const ltiTasks = (jobs: LtiJobs): MoreTasks => ({
  taskList: {
    'lti-rotate-keys': async () => {
      await jobs.rotateKeys()
    },
  },
  cronItems: parseCronItems([{ task: 'lti-rotate-keys', match: '10 18 * * *' }]),
})
