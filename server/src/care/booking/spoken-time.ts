import { letterTime, readerOf, STAFF } from '@dripline/clinical/words'

/** A time as staff are told it: "Tuesday, November 24 at 10:15 AM ET". */
export const spokenTime = (at: Date, zone: string): string => letterTime(readerOf(STAFF), at, zone)
