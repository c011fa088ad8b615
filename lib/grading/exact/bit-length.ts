/** Number of bits of the magnitude; 0 for 0. Linear in the size of the integer. */
export function bitLength(value: bigint): number {
  const magnitude = value < 0n ? -value : value
  if (magnitude <= 0xffffffffn) return 32 - Math.clz32(Number(magnitude))
  const hex = magnitude.toString(16)
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)))
}
