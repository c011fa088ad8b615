import { randomBytes } from 'node:crypto'
import { createTokenMaker } from '@/lib/auth/account-tokens'
import { createLoginReader, type Login } from '@/lib/auth/login-cookie'
import type { OidcSettings } from '@/lib/auth/oidc'
import { createAttemptStore } from '@/lib/db/attempt-store'
import { createBuilderStore } from '@/lib/db/builder-store'
import { type Database, openDatabase } from '@/lib/db/client'
import { createDeepLinkStore } from '@/lib/db/deep-link-store'
import { createExamStore } from '@/lib/db/exam-store'
import { createExportStore } from '@/lib/db/export-store'
import { createFailureStore } from '@/lib/db/failures'
import { createHandOverStore } from '@/lib/db/hand-over-store'
import { createLiveStore } from '@/lib/db/live-store'
import { createLmsRosterStore } from '@/lib/db/lms-rosters-store'
import { createLmsScoreStore } from '@/lib/db/lms-scores-store'
import { createRosterStore } from '@/lib/db/lti-roster-store'
import { createScoreOutbox } from '@/lib/db/lti-score-store'
import { createLtiStore } from '@/lib/db/lti-store'
import { createPeopleStore } from '@/lib/db/people-store'
import { createPlatformStore } from '@/lib/db/platform-store'
import { createQuestionStore } from '@/lib/db/question-store'
import { createRegistrationStore } from '@/lib/db/registration-store'
import { createRegradeStore } from '@/lib/db/regrade-store'
import { createReviewStore } from '@/lib/db/review-store'
import { createComparisonStore } from '@/lib/db/score-comparison-store'
import { createSafeExamBrowserStore } from '@/lib/db/seb-store'
import { createStatisticsStore } from '@/lib/db/statistics-store'
import { createSuggestionStore } from '@/lib/db/suggestion-store'
import { createTermsStore } from '@/lib/db/terms-store'
import { createToolKeyStore } from '@/lib/db/tool-key-store'
import { createAccessTokens } from '@/lib/lti/access-tokens'
import type { DeepLinkStore } from '@/lib/lti/deep-link'
import { GradeServices } from '@/lib/lti/grade-services'
import { createHandOver, type HandOver } from '@/lib/lti/hand-over'
import type { LaunchParts } from '@/lib/lti/launch'
import { createPlatformKeys } from '@/lib/lti/platform-keys'
import { createRegistration, type Registration } from '@/lib/lti/registration'
import type { syncRoster } from '@/lib/lti/roster-sync'
import type { ComparisonStore } from '@/lib/lti/score-comparison'
import type { DeliveryParts } from '@/lib/lti/score-delivery'
import { createServiceClient } from '@/lib/lti/service-client'
import { createToolKeys, type ToolKeys } from '@/lib/lti/tool-keys'
import { createOutbox, createSmtpMailer } from '@/lib/mail/mailer'
import type { PostOffice } from '@/lib/mail/send-order'
import { createChat } from '@/lib/second-reader/chat-client'
import { createSecondReader } from '@/lib/second-reader/reader'
import type { Deps } from '@/lib/use-cases/deps'
import type { StatisticsMemo } from '@/lib/use-cases/read-statistics'
import type { SecondReader } from '@/lib/use-cases/second-reader'
import { registry } from '@/questions/registry'
import { type Env, readEnv } from './env'
import { createFrames, type Frames } from './frames'
import { type LiveHub, startLiveHub } from './live/hub'
import { createRoomWatch, type RoomWatch } from './live/room-watch'
import { log } from './log'
import { createReceiptSigner, digest, hashRevision } from './receipt-signer'

/** A score that could not be sent is tried again after so long, then after twice as long, and so on. */
const SCORE_PAUSE_MS = 5_000
/** A line item that may have been made without our hearing of it is looked for after so long. */
const LINE_ITEM_UNSURE_MS = 60_000

export interface Services {
  readonly env: Env
  readonly database: Database
  readonly deps: Deps
  /** Null unless configured. */
  readonly secondReader: SecondReader | null
  readonly readLogin: (cookieHeader: string | undefined) => Promise<Login | null>
  readonly statisticsMemo: StatisticsMemo
  /** What tells open pages of changes; started at first use. */
  readonly live: () => LiveHub
  /** How people come in from learning management systems. */
  readonly lti: () => LaunchParts
  /** The provider of single sign-on; null unless configured. */
  readonly oidc: OidcSettings | null
  /** What mails are made and sent with. */
  readonly postOffice: PostOffice
  /** Who may show which of our pages in a frame. */
  readonly frames: () => Frames
  /** How a login leaves a frame. */
  readonly handOver: () => HandOver
  /** What instructors choose in dialogs of platforms. */
  readonly deepLinks: () => DeepLinkStore
  /** How platforms register this product by themselves. */
  readonly registration: () => Registration
  /** The keys with which we sign what goes to learning management systems. */
  readonly toolKeys: () => ToolKeys
  /** How scores go there and are read back. */
  readonly scores: () => DeliveryParts & { readonly store: ComparisonStore }
  /** How rosters are read there. */
  readonly rosters: () => Parameters<typeof syncRoster>[0]
  /** What tells staff how a room stands; started at first use. */
  readonly roomWatch: () => RoomWatch
}

/** The one place that builds what use cases need: system clock, system randomness, stores, question types. */
export function buildServices(env: Env): Services {
  const database = openDatabase(env.DATABASE_URL, (error) =>
    log.warn({ err: error }, 'database connection lost'),
  )
  const clock = { now: () => new Date() }
  const secondReader = buildSecondReader(env)
  let live: LiveHub | undefined
  let roomWatch: RoomWatch | undefined
  const lti: LaunchParts = {
    clock,
    store: createLtiStore(database),
    keys: createPlatformKeys({ clock, allowInside: env.LTI_ALLOW_INSIDE }),
  }
  const toolKeys = createToolKeys({
    clock,
    store: createToolKeyStore(database),
    secret: env.NEXTAUTH_SECRET,
    onLost: (kid) =>
      log.warn(
        { kid, from: 'lti' },
        'NEXTAUTH_SECRET has changed: an LTI key cannot be opened any more, a new one takes its place',
      ),
  })
  const frames = createFrames(database, clock)
  const handOver = createHandOver({ clock, store: createHandOverStore(database) })
  const registration = createRegistration({
    clock,
    allowInside: env.LTI_ALLOW_INSIDE,
    store: createRegistrationStore(database),
  })
  const deepLinks = createDeepLinkStore(database)
  const outside = { clock, allowInside: env.LTI_ALLOW_INSIDE }
  const client = createServiceClient({
    ...outside,
    tokens: createAccessTokens({ ...outside, keys: toolKeys }),
  })
  const scores = {
    clock,
    outbox: createScoreOutbox(database),
    store: createComparisonStore(database),
    services: new GradeServices(client),
    pauseMs: SCORE_PAUSE_MS,
    unsureMs: LINE_ITEM_UNSURE_MS,
  }
  const rosters = { clock, client, rosters: createRosterStore(database) }
  const liveStore = createLiveStore(database)
  return {
    env,
    database,
    deps: {
      clock,
      newSeed: () => randomBytes(16).toString('hex'),
      questions: registry,
      exams: createExamStore(database),
      attempts: createAttemptStore(database, { secondReader: secondReader !== null }),
      terms: createTermsStore(database),
      safeExamBrowser: createSafeExamBrowserStore(database),
      bank: createQuestionStore(database),
      builder: createBuilderStore(database),
      people: createPeopleStore(database),
      platforms: createPlatformStore(database),
      lmsScores: createLmsScoreStore(database),
      lmsRosters: createLmsRosterStore(database),
      failures: createFailureStore(database),
      suggestions: createSuggestionStore(database),
      regrades: createRegradeStore(database),
      exports: createExportStore(database),
      statistics: createStatisticsStore(database),
      reviews: createReviewStore(database),
      live: liveStore,
      signReceipt: createReceiptSigner(env.NEXTAUTH_SECRET),
      hashRevision,
      digest,
    },
    secondReader,
    statisticsMemo: new Map(),
    readLogin: createLoginReader(env.NEXTAUTH_SECRET),
    lti: () => lti,
    oidc: readOidc(env),
    postOffice: {
      database,
      clock,
      mailer:
        env.SMTP_URL !== undefined && env.MAIL_FROM !== undefined
          ? createSmtpMailer(env.SMTP_URL, env.MAIL_FROM)
          : createOutbox(env.MAIL_OUTBOX),
      makeToken: createTokenMaker(env.NEXTAUTH_SECRET),
      origin: env.NEXTAUTH_URL ? new URL(env.NEXTAUTH_URL).origin : `http://${env.HOST}:${env.PORT}`,
    },
    frames: () => frames,
    handOver: () => handOver,
    deepLinks: () => deepLinks,
    registration: () => registration,
    toolKeys: () => toolKeys,
    scores: () => scores,
    rosters: () => rosters,
    live() {
      live ??= startLiveHub({
        database,
        databaseUrl: env.DATABASE_URL,
        clock,
        beatMs: env.HEARTBEAT_MS,
        onError: (error) => log.warn({ err: error }, 'live news interrupted'),
      })
      return live
    },
    roomWatch() {
      roomWatch ??= createRoomWatch({
        store: liveStore,
        database,
        clock,
        onError: (error) => log.warn({ err: error }, 'look at a room failed'),
      })
      return roomWatch
    },
  }
}

function readOidc(env: Env): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME }
}

function buildSecondReader(env: Env): SecondReader | null {
  const { SECOND_READER_URL: url, SECOND_READER_MODEL: model, SECOND_READER_KEY: key } = env
  if (url === undefined || model === undefined) return null
  return createSecondReader(model, createChat({ url, model, key, timeoutMs: env.SECOND_READER_TIMEOUT_MS }))
}

// Next bundles this module anew for its own runtime; both must share one pool, so it hangs on the global object.
const shared = globalThis as { quizgradServices?: Services }

/** The process's services, built at first use. */
export function services(): Services {
  shared.quizgradServices ??= buildServices(readEnv(process.env))
  return shared.quizgradServices
}
