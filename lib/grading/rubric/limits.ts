/** Text beyond this many UTF-16 units is not graded; the answer's field says so and stops there. */
export const maxAnswerLength = 4000
