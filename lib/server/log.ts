import pino from 'pino'

/** Structured log, one JSON object a line on standard output. Never log responses, keys or cookies. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['req.headers.cookie', 'req.headers.authorization'],
})
