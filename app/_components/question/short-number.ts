/** At most two decimals, without needless zeros: 0.333… is '0.33', 2 is '2'. */
export const shortNumber = (value: number): string => String(Math.round((value + Number.EPSILON) * 100) / 100)
