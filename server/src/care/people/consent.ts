import { consentText } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'

/** Whether a signed consent no longer holds: the text has changed since, or it was signed too long ago. */
export const isConsentStale = ({ version, signedAt }: { version: string; signedAt: Date }, now: Date): boolean => {
  const until = Temporal.Instant.fromEpochMilliseconds(signedAt.getTime())
    .toZonedDateTimeISO('UTC')
    .add({ months: consentText.validMonths })
  return version !== consentText.version || until.epochMilliseconds <= now.getTime()
}
