const stated =
  /^\s*(?:p|padding|패딩)(?:은|는)?\s*[=:]?\s*\d{1,3}(?:\s*[x×X*]\s*\d{1,3})?\s*(?:[,;\n→⇒]|=>|->|이므로|이니까|라서|따라서|so\b)(?=.*\d)/is

/** A size without the padding stated before it, unit for unit: "p=2, 68x68" and "패딩 2이므로 64+2*2=68". */
export const withoutStatedPadding = (text: string): string =>
  text.replace(stated, (lead) => ' '.repeat(lead.length))
