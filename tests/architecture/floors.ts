import type { IForbiddenRuleType } from 'dependency-cruiser'

/** A floor of the house: where it stands, and all that its files may import of the product and of npm. */
interface Floor {
  readonly name: string
  readonly at: string
  readonly mayImport: readonly string[]
  /** Packages from npm; absent where any will do. */
  readonly packages?: readonly string[]
}

const core = '^lib/core/'
const question = '^lib/question/'
const grading = '^lib/grading/'
const exam = '^lib/exam/'
const useCases = '^lib/use-cases/'
const adapters = '^lib/(db|auth|lti|jobs|mail|second-reader)/'
const generated = '^prisma/generated/'
const pure = ['zod', 'mathjs', 'papaparse', 'jsonc-parser']

/** Ground to top. Imports only point down; siblings of one floor may meet where the list says so. */
export const floors: readonly Floor[] = [
  { name: 'core', at: core, mayImport: [core], packages: pure },
  { name: 'question', at: question, mayImport: [core, question], packages: pure },
  { name: 'grading', at: grading, mayImport: [core, question, grading], packages: pure },
  {
    name: 'questions',
    at: '^questions/',
    mayImport: [core, question, grading, '^questions/'],
    packages: pure,
  },
  // From here up, question types arrive as an argument (the registry), never by import.
  { name: 'exam', at: exam, mayImport: [core, question, grading, exam], packages: pure },
  { name: 'use-cases', at: useCases, mayImport: [core, question, grading, exam, useCases], packages: pure },
  {
    name: 'adapters',
    at: adapters,
    mayImport: [core, question, grading, exam, useCases, adapters, generated],
  },
  // The one place that puts things together, and so the only one that knows the registry.
  { name: 'server', at: '^lib/server/', mayImport: ['^lib/', generated, '^questions/registry\\.ts$'] },
  { name: 'app', at: '^app/', mayImport: ['^lib/', '^app/', '^prisma/demo-logins\\.json$'] },
]

export const pureFloors = ['core', 'question', 'grading', 'questions', 'exam', 'use-cases']

const ours = '^(app|lib|questions|prisma|scripts|tests)/'

const forFloor = ({ name, at, mayImport, packages }: Floor): IForbiddenRuleType[] => [
  {
    name: `${name}-imports-only-downwards`,
    severity: 'error',
    from: { path: at },
    to: { path: ours, pathNot: [...mayImport] },
  },
  ...(packages
    ? [
        {
          name: `${name}-is-pure`,
          severity: 'error' as const,
          from: { path: at },
          to: {
            pathNot: [ours, ...packages.map((each) => `(^|/)node_modules/${each}/`)],
          },
        },
      ]
    : []),
]

export const rules: IForbiddenRuleType[] = [
  ...floors.flatMap(forFloor),
  {
    name: 'a-question-type-knows-no-other',
    comment: 'Adding or removing a type touches no other folder but the registry.',
    severity: 'error',
    from: { path: '^questions/([^/]+)/' },
    to: { path: '^questions/', pathNot: '^questions/$1/' },
  },
  {
    name: 'only-the-registry-is-seen-from-outside',
    severity: 'error',
    from: { pathNot: '^questions/' },
    to: { path: '^questions/', pathNot: '^questions/registry\\.ts$' },
  },
  {
    name: 'everything-is-found',
    comment: 'An import that the check cannot follow is one that it cannot judge.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '\\.css$' },
  },
  {
    name: 'no-circle',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
]
