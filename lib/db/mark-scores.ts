import type pg from 'pg'

/** The outbox of scores for learning management systems: what marks rows as due, in the transaction that changes a grade. */

/** Whom to mark. Nothing happens for exams that no platform links to, or students who came by none. */
export type MarkScope =
  | { readonly attemptIds: readonly string[] }
  | { readonly examId: string }
  | { readonly linkId: string }

const conditions = {
  attemptIds: 'a.id = ANY($1::uuid[])',
  examId: 'a.exam_id = $1::uuid',
  linkId: 'l.id = $1::uuid',
} as const

/**
 * Counts the rows' versions up and asks the queue to send them. In one order for everybody, so that two transactions
 * wait for each other instead of locking each other out. OFFSET keeps the planner from walking through whole rosters: the
 * tables of a new course have no statistics yet.
 */
export async function markScores(client: pg.ClientBase, scope: MarkScope): Promise<void> {
  const [kind, value] = Object.entries(scope)[0] as [keyof typeof conditions, string | readonly string[]]
  await client.query({
    name: `mark-scores-${kind}`,
    text: `
      WITH marked AS (
        INSERT INTO lti_scores AS s (link_id, subject, user_id)
        SELECT DISTINCT l.id, m.subject, a.user_id
        FROM attempts a JOIN lti_links l ON l.exam_id = a.exam_id
          JOIN lti_platforms p ON p.id = l.platform_id
          CROSS JOIN LATERAL (SELECT * FROM accounts WHERE user_id = a.user_id OFFSET 0) AS c
          CROSS JOIN LATERAL (
            SELECT * FROM lti_members WHERE platform_id = l.platform_id AND context_id = l.context_id
              AND subject = c.provider_account_id AND launched_at IS NOT NULL OFFSET 0) AS m
        WHERE ${conditions[kind]} AND NOT a.is_preview AND c.provider = 'lti:' || p.issuer
          AND (l.line_item_url IS NOT NULL OR l.line_items_url IS NOT NULL)
        ORDER BY 1, 2
        ON CONFLICT (link_id, subject) DO UPDATE SET version = s.version + 1, user_id = EXCLUDED.user_id, state = 'due',
          tries = 0, next_at = NULL, problem = NULL
        RETURNING s.link_id, s.subject
      )
      SELECT ${sendJob('link_id', 'subject')} FROM marked`,
    values: [value],
  })
}

/** SQL: asks the queue to send the row of these columns, at that time; one waiting job for each. */
export const sendJob = (linkId: string, subject: string, at = 'now()'): string =>
  `(graphile_worker.add_job('lti-score', json_build_object('linkId', ${linkId}, 'subject', ${subject}),
    run_at => ${at}, job_key => 'score:' || ${linkId} || ':' || ${subject}, max_attempts => 25)).id`

/** SQL: asks the queue to compare what was sent over the link with what the platform shows, after that interval. */
export const compareJob = (linkId: string, after: string): string =>
  `(graphile_worker.add_job('lti-compare', json_build_object('linkId', ${linkId}), run_at => now() + ${after},
    job_key => 'compare:' || ${linkId}, job_key_mode => 'preserve_run_at', max_attempts => 5)).id`
