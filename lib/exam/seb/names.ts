/** Names that pages, the server and the file have to agree on. */

/** Last segment of an exam's address: its file, and the address at which Safe Exam Browser ends. */
export const FILE_PATH = 'quizgrad.seb'
export const QUIT_PATH = 'leave-seb'

/**
 * Cookie in which a page of ours leaves what it read from `SafeExamBrowser.security`: the hashes, joined by a dot. A
 * cookie, since neither a page that is opened nor a stream of events can carry a header of ours.
 */
export const SEB_COOKIE = 'seb-keys'
