import { useState } from 'react'
import { usePageData } from '../../../data/page-data.ts'
import { Card, Stack, TextField } from '../../../ui/index.tsx'
import styles from './face.module.css'
import { MOST_ORIGINS, placesUpTo } from './face-in.ts'

/** The line of HTML that puts the booking on the clinic's own site, and the sites on which a browser shows it. */
export function EmbedFields({ origins }: { origins: readonly string[] }) {
  const { address } = usePageData().frame
  const [home] = useState(() => address?.origin ?? (typeof window === 'undefined' ? '' : window.location.origin))
  return (
    <Card title="Booking on your own site" note="without any cookie of ours">
      <Stack>
        <p>
          Copy this one line. Where scripts are off, or on a site that is not named below, the link in it still leads to your
          booking page.
        </p>
        <Snippet
          label="In English"
          text={`<a href="${home}/en/book" data-dripline>Book a free call</a><script src="${home}/embed.js" async></script>`}
        />
        <Snippet
          label="In Spanish"
          text={`<a href="${home}/es/book" data-dripline>Reserve una llamada gratis</a><script src="${home}/embed.js" async></script>`}
        />
        <fieldset className={styles.group}>
          <legend>Sites that may show it</legend>
          <p className={styles.hint}>
            Each begins with https:// and ends with the host; with www and without are two. At most {MOST_ORIGINS}.
          </p>
          {placesUpTo(Math.min(MOST_ORIGINS, origins.length + 2)).map((place) => (
            <TextField
              key={place}
              name={`frameOrigins.${place - 1}`}
              label={`Site ${place}`}
              placeholder="https://clinic.example"
              defaultValue={origins[place - 1] ?? ''}
            />
          ))}
        </fieldset>
      </Stack>
    </Card>
  )
}

function Snippet({ label, text }: { label: string; text: string }) {
  return (
    <label className={styles.snippet}>
      <span className={styles.label}>{label}</span>
      <textarea readOnly rows={3} value={text} onFocus={(event) => event.currentTarget.select()} spellCheck={false} />
    </label>
  )
}
