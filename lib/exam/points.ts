/** Points are whole hundredths; this is the one place that rounds. */

/** Share 0..1 of a problem's points, in hundredths, half up. */
export const pointsFor = (share: number, maxHundredths: number): number =>
  Math.min(maxHundredths, Math.max(0, Math.round(share * maxHundredths)))

/** 650 → '6.5', 600 → '6'. */
export function formatPoints(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2)
  return text.replace(/\.?0+$/, '')
}
