import { expect, it } from 'vitest'
import { courseRole } from '@/lib/lti/roles'

const MEMBER = 'http://purl.imsglobal.org/vocab/lis/v2/membership'

it.each([
  [[`${MEMBER}#Instructor`], 'instructor'],
  [[`${MEMBER}#Learner`, `${MEMBER}#Instructor`], 'instructor'],
  [[`${MEMBER}/Instructor#TeachingAssistant`], 'grader'],
  [[`${MEMBER}#Instructor`, `${MEMBER}/Instructor#TeachingAssistantSection`], 'grader'],
  [[`${MEMBER}/Instructor#PrimaryInstructor`], 'instructor'],
  [[`${MEMBER}#TeachingAssistant`], 'grader'],
  [['Instructor'], 'instructor'],
  [['Learner'], 'student'],
  [[], 'student'],
  [[`${MEMBER}#Administrator`], 'student'],
  [['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor'], 'student'],
  [['http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin'], 'student'],
  [[`https://evil.example/${MEMBER}#Instructor`], 'student'],
  [[`${MEMBER}#Instructor evil`], 'student'],
] as const)('%j gives %s', (roles, role) => {
  expect(courseRole(roles)).toBe(role)
})
