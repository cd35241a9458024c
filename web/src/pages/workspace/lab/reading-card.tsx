import type { Model } from '@dripline/engine'
import { Card, Line, Lines, StatusShape } from '../../../ui/index.tsx'
import styles from './lab.module.css'
import { Fold } from './parts.tsx'
import { modelOf, readingsOf, sayRange, type Warned } from './reading.ts'
import { nameOf } from './words.ts'

type ReadingCardProps = { curves: readonly Warned[]; notes: readonly string[]; models: readonly string[] }

/** What each curve must be read with: outside its range, another drug, where the samples came from, what is left out. */
export const ReadingCard = ({ curves, notes, models }: ReadingCardProps) => (
  <Card title="Read them with this" note="what the engine says of these curves">
    <Lines>
      {notes.map((note) => (
        <Line key={note} mark={<StatusShape status="caution" />}>
          {note}
        </Line>
      ))}
      {readingsOf(curves).map(({ status, about, message }) => (
        <Line key={message} mark={<StatusShape status={status} />}>
          <b>{about.join(', ')}.</b> {message}.
        </Line>
      ))}
    </Lines>
    {models.map((id) => (
      <Fold key={id} summary={`${nameOf(id)}: source, and what is not modeled`}>
        <Source id={id} />
      </Fold>
    ))}
  </Card>
)

const saySite = (site: Model['effectSite']) =>
  site === 'not published'
    ? site
    : `${site.ke0} per min (${site.low} to ${site.high}), by ${site.seenBy}, ${site.source.citation.replace(/\.$/, '')}`

const Source = ({ id }: { id: string }) => {
  const model = modelOf(id)
  return model ? (
    <div className={styles.source}>
      <p>{model.source.citation}.</p>
      <p>Made from: {model.source.population}.</p>
      <p>How we know: {model.source.confidence}.</p>
      <p>
        Spread between people: {typeof model.variability === 'object' ? 'published with it' : model.variability}. Effect site:{' '}
        {saySite(model.effectSite)}. Weights: {sayRange(model.validity.weightKg, 'kg')}. Ages:{' '}
        {sayRange(model.validity.ageYears, 'years')}.
      </p>
      <p>Not modeled: {model.notModelled.join('; ')}.</p>
    </div>
  ) : null
}
