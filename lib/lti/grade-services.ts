import { z } from 'zod'
import { err, ok, type Result } from '@/lib/core/result'
import type { ScoreToSend } from '@/lib/exam/passback'
import type { ServicePlatform, ServiceProblem } from './access-tokens'
import { problemOf, readPages, type ServiceClient, type ServiceReply } from './service-client'

/** Assignment and Grade Services 2.0: the calls, and what goes over them. */

const scope = (name: string) => `https://purl.imsglobal.org/spec/lti-ags/scope/${name}`
export const SCORE_SCOPE = scope('score')
export const RESULT_SCOPE = scope('result.readonly')
export const LINE_ITEM_SCOPE = scope('lineitem')
const LINE_ITEM_READ_SCOPE = scope('lineitem.readonly')
/** All that the tool has a use for. */
export const GRADE_SCOPES = [SCORE_SCOPE, RESULT_SCOPE, LINE_ITEM_SCOPE, LINE_ITEM_READ_SCOPE]

const media = (name: string) => `application/vnd.ims.lis.v2.${name}+json`
const SCORE_TYPE = 'application/vnd.ims.lis.v1.score+json'

/** Where the scores of a link go. */
export interface GradeLink {
  readonly id: string
  readonly resourceLinkId: string
  readonly lineItemUrl: string | null
  readonly lineItemsUrl: string | null
  /** As the platform grants them. */
  readonly scopes: readonly string[]
  readonly examId: string
  readonly title: string
}

/** A score as the platform shows it, on its own scale. */
export interface Theirs {
  /** Null: there is none. */
  readonly score: number | null
  readonly max: number
}

/** A score with the time that orders it: ISO 8601, whole seconds, strictly increasing for each student and line item. */
export interface SentScore extends ScoreToSend {
  readonly stamp: string
}

/** `…/lineitem?type=1` and `scores` make `…/lineitem/scores?type=1` (AGS 2.0, 3.4). */
export function below(lineItemUrl: string, name: 'scores' | 'results'): URL {
  const url = new URL(lineItemUrl)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${name}`
  return url
}

/** Whether the score that the platform shows is this one of ours, up to the rounding of either side. */
export function isSame(
  theirs: Theirs,
  ours: { readonly given: number | null; readonly max: number },
): boolean {
  if (theirs.score === null || ours.given === null) return theirs.score === ours.given
  const rounding = 0.5 + (0.005 * ours.max) / Math.max(theirs.max, 10)
  return Math.abs((theirs.score / theirs.max) * ours.max - ours.given) <= rounding
}

const lineItemSchema = z.object({
  id: z.url({ protocol: /^https?$/ }),
  resourceId: z.string().nullish(),
  resourceLinkId: z.string().nullish(),
})
const resultSchema = z.object({
  userId: z.coerce.string(),
  resultScore: z.number().nullish(),
  // By the specification, 1 where it is not given.
  resultMaximum: z.number().positive().nullish(),
})

export class GradeServices {
  constructor(private readonly client: ServiceClient) {}

  private ask(platform: ServicePlatform, link: GradeLink) {
    return { platform, scopes: link.scopes.filter((each) => GRADE_SCOPES.includes(each)) }
  }

  /** The line items that are this link's or this exam's, the surest first. */
  async findLineItems(
    platform: ServicePlatform,
    link: GradeLink,
    lineItemsUrl: string,
  ): Promise<Result<readonly string[], ServiceProblem>> {
    const found: string[] = []
    for (const [filter, value] of [
      ['resource_link_id', link.resourceLinkId],
      ['resource_id', link.examId],
    ] as const) {
      const url = new URL(lineItemsUrl)
      url.searchParams.set(filter, value)
      const pages = await readPages(this.client, {
        ...this.ask(platform, link),
        url: url.href,
        accept: media('lineitemcontainer'),
      })
      if (!pages.ok) return pages
      const items = pages.value.flatMap((page) => z.array(z.unknown()).catch([]).parse(page))
      for (const item of items) {
        const parsed = lineItemSchema.safeParse(item)
        // Platforms may ignore the filter.
        const { id, resourceId, resourceLinkId } = parsed.data ?? {}
        const own = resourceLinkId === link.resourceLinkId || (!resourceLinkId && resourceId === link.examId)
        if (id !== undefined && own) found.push(id)
      }
    }
    return ok(found)
  }

  /** @param max hundredths */
  async createLineItem(
    platform: ServicePlatform,
    link: GradeLink,
    lineItemsUrl: string,
    max: number,
  ): Promise<Result<string, ServiceProblem & { readonly status: number | null }>> {
    const reply = await this.client.call({
      ...this.ask(platform, link),
      url: lineItemsUrl,
      accept: media('lineitem'),
      body: {
        type: media('lineitem'),
        text: JSON.stringify({
          scoreMaximum: max / 100,
          label: link.title,
          resourceId: link.examId,
          resourceLinkId: link.resourceLinkId,
        }),
      },
    })
    if (!reply.ok) return err({ ...reply.error, status: null })
    const { status, json } = reply.value
    const parsed = lineItemSchema.safeParse(json)
    if (status < 200 || status > 299) return err({ ...problemOf(reply.value), status })
    return parsed.success
      ? ok(parsed.data.id)
      : err({ code: 'line-item-unreadable', retryAfterMs: null, status: null })
  }

  postScore(
    platform: ServicePlatform,
    link: GradeLink,
    lineItemUrl: string,
    subject: string,
    score: SentScore,
  ): Promise<Result<ServiceReply, ServiceProblem>> {
    return this.client.call({
      ...this.ask(platform, link),
      url: below(lineItemUrl, 'scores').href,
      body: { type: SCORE_TYPE, text: JSON.stringify(scoreBody(subject, score)) },
    })
  }

  /** One student's score as the platform shows it. */
  async readResult(
    platform: ServicePlatform,
    link: GradeLink,
    lineItemUrl: string,
    subject: string,
  ): Promise<Result<Theirs, ServiceProblem>> {
    const url = below(lineItemUrl, 'results')
    url.searchParams.set('user_id', subject)
    const all = await this.results(platform, link, url)
    return all.ok ? ok(all.value.get(subject) ?? { score: null, max: 1 }) : all
  }

  /** All scores of the line item, by the platform's names for students. */
  readResults(
    platform: ServicePlatform,
    link: GradeLink,
    lineItemUrl: string,
  ): Promise<Result<ReadonlyMap<string, Theirs>, ServiceProblem>> {
    return this.results(platform, link, below(lineItemUrl, 'results'))
  }

  private async results(platform: ServicePlatform, link: GradeLink, url: URL) {
    const pages = await readPages(this.client, {
      ...this.ask(platform, link),
      url: url.href,
      accept: media('resultcontainer'),
    })
    if (!pages.ok) return pages
    const found = new Map<string, Theirs>()
    for (const each of pages.value.flatMap((page) => z.array(z.unknown()).catch([]).parse(page))) {
      const { data } = resultSchema.safeParse(each)
      if (data) found.set(data.userId, { score: data.resultScore ?? null, max: data.resultMaximum ?? 1 })
    }
    return ok(found)
  }
}

/** The body of a score (AGS 2.0, 3.4): points with their maximum, or neither. */
export const scoreBody = (subject: string, { given, max, activity, grading, attempt, stamp }: SentScore) => ({
  userId: subject,
  ...(given !== null && { scoreGiven: given / 100, scoreMaximum: max / 100 }),
  timestamp: stamp,
  activityProgress: activity,
  gradingProgress: grading,
  comment:
    grading === 'PendingManual'
      ? `${attempt}회차 응시, 검토 중 · Attempt ${attempt}, being reviewed`
      : `${attempt}회차 응시 · Attempt ${attempt}`,
})
