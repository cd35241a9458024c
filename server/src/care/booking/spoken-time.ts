const spoken = (zone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'shortGeneric',
  })

/** A time as a letter says it, in its reader's zone: "Tuesday, November 24 at 10:15 AM ET". */
export const spokenTime = (at: Date, zone: string): string => spoken(zone).format(at).replaceAll('\u202f', ' ')
