/**
 * SQL: whether an identity (accounts `a`) is of an LMS that leads into a course in which its owner is, or was, a student.
 * Without it, the next launch would make a second student, with attempts of their own.
 */
export const leadsIntoCourse = `EXISTS (
  SELECT 1 FROM enrolments n JOIN lti_contexts x ON x.course_id = n.course_id JOIN lti_platforms p ON p.id = x.platform_id
  WHERE n.user_id = a.user_id AND n.role = 'student' AND a.provider = 'lti:' || p.issuer)`
