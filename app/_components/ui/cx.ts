import { type ClassValue, clsx } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Joins class names; where two Tailwind classes collide, the later one wins. */
export const cx = (...classes: ClassValue[]): string => twMerge(clsx(classes))
