export type CourseRole = 'instructor' | 'grader' | 'student'

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership'

/**
 * The role in our course that a launch gives (LTI Core 1.3, A.2): of the roles in this context alone, since what somebody is
 * in the institution gives no right in a course. Sub-roles of instructors that assist grade; whatever is not known
 * gives least.
 */
export function courseRole(roles: readonly string[]): CourseRole {
  const own = roles.flatMap((role) => {
    if (role.startsWith(`${membership}#`)) return [role.slice(membership.length + 1)]
    const sub = /^http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership\/(\w+)#(\w+)$/.exec(role)
    if (sub) return [`${sub[1]}/${sub[2]}`]
    // Short names, which older platforms send.
    return /^\w+$/.test(role) ? [role] : []
  })
  const assists = own.some((role) => /^Instructor\/(?:TeachingAssistant|Grader|NonEditing\w*)/.test(role))
  if (own.includes('TeachingAssistant') || assists) return 'grader'
  return own.some((role) => role === 'Instructor' || role.startsWith('Instructor/'))
    ? 'instructor'
    : 'student'
}
