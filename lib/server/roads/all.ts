import { attemptRoads } from './attempt-roads'
import { eventRoads } from './event-roads'
import { examRoads } from './exam-roads'
import { exportRoads } from './export-roads'
import { healthRoads } from './health-roads'
import { ltiDeepLinkRoads } from './lti-deep-link-roads'
import { ltiKeyRoads } from './lti-key-roads'
import { ltiRegisterRoads } from './lti-register-roads'
import { ltiRoads } from './lti-roads'
import { questionRoads } from './question-roads'
import type { Road } from './road'
import { sebRoads } from './seb-roads'

/** Everything that is served before Next. */
export const roads: readonly Road[] = [
  ...healthRoads,
  ...attemptRoads,
  ...examRoads,
  ...eventRoads,
  ...exportRoads,
  ...questionRoads,
  ...ltiRoads,
  ...sebRoads,
  ...ltiRegisterRoads,
  ...ltiDeepLinkRoads,
  ...ltiKeyRoads,
]
