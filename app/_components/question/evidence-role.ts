import type { Evidence } from '@/lib/question/grade-result'

export type EvidenceRole = Evidence['role']

/** Roles from the one that shows most: where marks of several roles overlap, the first one gives the look. */
export const evidenceRoles: readonly EvidenceRole[] = ['contradict', 'misconception', 'question', 'support']

/** Look and sign of a role: by line and sign, so that it can be told without colours. */
export const roleLooks: Record<EvidenceRole, { readonly className: string; readonly sign: string }> = {
  support: { className: 'bg-mark decoration-solid', sign: '' },
  contradict: { className: 'bg-mark-bad decoration-wavy decoration-bad', sign: '×' },
  misconception: { className: 'bg-mark-bad decoration-double decoration-bad', sign: '!' },
  question: { className: 'bg-raised decoration-dotted', sign: '?' },
}
