import katex from 'katex'

/** A formula from TeX that our own printer wrote; never from text that somebody typed. */
export function Formula({ tex }: { tex: string }) {
  const html = katex.renderToString(tex, { throwOnError: false, output: 'htmlAndMathml', strict: false })
  // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes, and the TeX is made by our printer.
  return <span dangerouslySetInnerHTML={{ __html: html }} />
}
