/** Where the time comes from; read once per use case and passed down as `now`. */
export interface Clock {
  now(): Date
}
