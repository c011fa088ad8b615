/** One plain address: nothing that a mail server could read as a second one, a header or a command. */
const PLAIN_ADDRESS = /^[^\s,;:<>()[\]"\\@]+@[^\s,;:<>()[\]"\\@]+$/

/** Whether mail can be sent to what was typed. */
export const isPlainAddress = (address: string): boolean =>
  address.length <= 254 && PLAIN_ADDRESS.test(address) && !/\p{Cc}/u.test(address)
