import { exact, plain } from '../exact.ts'

/** A number of a sequence as the log writes it. */
export const text = (number: number): string => plain(exact(number.toFixed(4)))
