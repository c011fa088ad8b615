import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { expect } from '@playwright/test'
import pg from 'pg'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Runs statements on the database of the server under test. */
export async function withDatabase<Value>(run: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** A new student of the demo course, so that no test uses up another's attempts. */
export async function newStudent(): Promise<Person> {
  const person = {
    id: randomUUID(),
    name: `Student ${randomUUID().slice(0, 6)}`,
    email: `${randomUUID()}@example.test`,
    password: randomUUID(),
  }
  const passwordHash = await hash(person.password)
  await withDatabase(async (client) => {
    await client.query('INSERT INTO users (id, name, email, password_hash) VALUES ($1, $2, $3, $4)', [
      person.id,
      person.name,
      person.email,
      passwordHash,
    ])
    await client.query(
      "INSERT INTO enrolments (course_id, user_id, role) SELECT id, $1, 'student' FROM courses WHERE code = 'dl-demo'",
      [person.id],
    )
  })
  return person
}

/** Waits until a page has opened the attempt and is the one at work (the seat's number counts up). */
export const untilSeated = (attemptId: string, seat = 1): Promise<void> =>
  expect
    .poll(() =>
      withDatabase(async (client) => {
        const { rows } = await client.query('SELECT seat FROM attempts WHERE id = $1', [attemptId])
        return rows[0]?.seat as number
      }),
    )
    .toBeGreaterThanOrEqual(seat)
