import pino from 'pino'

/** Name, words and code of an error, and of what caused it: drivers hang whole connections on theirs. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { type: name, message, stack, code, ...(cause !== undefined && { cause: errorForLog(cause) }) }
}

/** Structured log, one JSON object a line on standard output. Never log responses, keys or cookies. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: errorForLog },
  redact: ['req.headers.cookie', 'req.headers.authorization'],
})
