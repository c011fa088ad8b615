import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { certify } from '@/lib/question/certify'
import { readEnv } from '@/lib/server/env'
import { buildServices } from '@/lib/server/services'
import { jsonSchema, writeFile } from '@/lib/use-cases/files/format'
import { type Certify, checkFile, exportBank, exportExam, importFile } from '@/lib/use-cases/files/transfer'
import { registry } from '@/questions/registry'

/** `npm run questions`: questions and exams as files, so that a course can live in git. */
const HELP = `npm run questions -- COMMAND

  check FILE...                          says what is wrong, line by line; needs no database
  schema                                 prints the JSON Schema of the files
  export --course CODE [--exam TITLE] [--out FILE]
                                         a course's questions, or one exam with those that it uses
  import FILE --course CODE [--as EMAIL] makes everything in the file anew in that course, or nothing;
                                         in the name of that person, else of the first administrator
`

class Wrong extends Error {}

const certifyHere: Certify = async (slug, settings) => {
  const type = registry.find(slug)
  if (!type) throw new Wrong(`no question type '${slug}'`)
  return certify(type, settings)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Wrong(`${file}: ${error instanceof Error ? error.message : error}`)
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    course: { type: 'string' },
    exam: { type: 'string' },
    out: { type: 'string' },
    as: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const [command, ...files] = positionals

async function check(): Promise<number> {
  if (files.length === 0) throw new Wrong('Name the files to check.')
  let wrong = 0
  for (const file of files) {
    const checked = await checkFile({ questions: registry }, read(file), certifyHere)
    if (checked.ok) console.log(`${file}: ${checked.value.questions.length} questions, all right`)
    else for (const { line, message } of checked.error) console.log(`${file}:${line}: ${message}`)
    if (!checked.ok) wrong += 1
  }
  return wrong === 0 ? 0 : 1
}

/** The course of --course and who asks, on the product's database. */
async function withCourse<Value>(
  run: (on: {
    deps: ReturnType<typeof buildServices>['deps']
    courseId: string
    viewer: { id: string; isAdmin: true }
    examIds: (title: string) => Promise<string[]>
  }) => Promise<Value>,
): Promise<Value> {
  const { course: code, as: email } = values
  if (!code) throw new Wrong('Say which course: --course CODE.')
  const { database, deps } = buildServices(readEnv(process.env))
  try {
    const course = await database.prisma.course.findUnique({ where: { code } })
    if (!course) throw new Wrong(`There is no course "${code}".`)
    const person = await database.prisma.user.findFirst({
      where: email ? { email } : { isAdmin: true },
      orderBy: { createdAt: 'asc' },
    })
    if (!person)
      throw new Wrong(email ? `There is nobody with the address ${email}.` : 'There is no administrator.')
    return await run({
      deps,
      courseId: course.id,
      viewer: { id: person.id, isAdmin: true },
      examIds: async (title) => {
        const exams = await database.prisma.exam.findMany({
          where: { courseId: course.id },
          select: { id: true, title: true },
        })
        return exams
          .filter(({ id, title: own }) => id === title || Object.values(own as object).includes(title))
          .map(({ id }) => id)
      },
    })
  } finally {
    await database.close()
  }
}

const exportFile = () =>
  withCourse(async ({ deps, courseId, viewer, examIds }) => {
    const { exam: title, out } = values
    const found = title ? await examIds(title) : []
    if (title && found.length !== 1)
      throw new Wrong(
        found.length === 0
          ? `There is no exam "${title}".`
          : `Several exams are called "${title}": name one by its id.`,
      )
    const document = found[0]
      ? await exportExam(deps, { examId: found[0], viewer })
      : await exportBank(deps, { courseId, viewer })
    if (!document) throw new Wrong('There is nothing to export.')
    if (out) writeFileSync(out, writeFile(document))
    else process.stdout.write(writeFile(document))
    return 0
  })

const importOne = () =>
  withCourse(async ({ deps, courseId, viewer }) => {
    const [file, ...more] = files
    if (!file || more.length > 0) throw new Wrong('Name one file to import.')
    const done = await importFile(deps, { courseId, viewer, text: read(file) }, certifyHere)
    if (!done.ok) {
      if (done.error.kind === 'problems')
        for (const { line, message } of done.error.problems) console.log(`${file}:${line}: ${message}`)
      console.log('Nothing was imported.')
      return 1
    }
    console.log(
      `${done.value.questions} questions imported${done.value.examId ? ', and an exam, not published' : ''}.`,
    )
    return 0
  })

async function main(): Promise<number> {
  switch (values.help ? 'help' : command) {
    case 'check':
      return check()
    case 'schema':
      console.log(JSON.stringify(jsonSchema(), null, 2))
      return 0
    case 'export':
      return exportFile()
    case 'import':
      return importOne()
    case 'help':
      console.log(HELP)
      return 0
    default:
      throw new Wrong(HELP)
  }
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Wrong ? error.message : error)
    process.exitCode = 1
  },
)
