/** What a person may be in a course, most powerful first. */
export const roleNames = ['instructor', 'grader', 'observer', 'student'] as const
export type Role = (typeof roleNames)[number]
