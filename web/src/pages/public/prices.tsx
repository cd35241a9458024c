import { lineWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/prices'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { Button, Link, NotApproved, Page } from '../../ui/index.tsx'
import { VisitScene } from './articles/visit-scene.tsx'
import { type Price, PriceList } from './price-list.tsx'
import styles from './prices.module.css'

export const page = { path: '/prices', for: 'anyone', mood: 'paper', place: 'Prices' } as const
export const name = words.name
export const summary = words.lead

type Prices = { prices?: readonly Price[]; claim?: { text: string; source: string } | null }

const visits = [
  { line: 'pain-infusion', protocolId: 'crps-outpatient-ten-day' },
  { line: 'depression-infusion', protocolId: 'depression-six-infusions' },
] as const

/** What a visit is like and what each costs, complete; the estimate in writing that everybody has a right to. */
export default function PricesPage() {
  const to = useReader()
  const { prices = [], claim, frame } = usePageData<Prices>()
  const own = (id: string) => prices.find((each) => each.id === id)?.words ?? null
  return (
    <Page title={words.title(to)} lead={words.lead(to)}>
      {claim && <NotApproved texts={['good-faith-estimate']} />}
      <section aria-labelledby="visits">
        <h2 id="visits">{words.visits(to)}</h2>
        <div className={styles.halves}>
          {visits.map(({ line, protocolId }) => (
            <div key={line} className={styles.visit}>
              <h3>{lineWords(to, { id: line, words: own(line) }).name}</h3>
              <VisitScene protocolId={protocolId} />
            </div>
          ))}
        </div>
      </section>
      <div className={styles.halves}>
        <section aria-labelledby="prices">
          <h2 id="prices">{words.prices(to)}</h2>
          <PriceList prices={prices} />
          {frame.clinic.simulated && <p className={styles.small}>{words.simulated(to)}</p>}
        </section>
        <section className={styles.estimate} aria-labelledby="estimate">
          <h2 id="estimate">{words.estimate(to)}</h2>
          <p>{words.estimateSays(to)}</p>
          {claim && (
            <>
              <p>{claim.text}</p>
              <p className={styles.small}>{claim.source}</p>
            </>
          )}
          <p className={styles.acts}>
            <Button href="/book" icon="phone">
              {words.book(to)}
            </Button>
            <Link href="/articles/what-it-costs">{words.more(to)}</Link>
          </p>
        </section>
      </div>
    </Page>
  )
}
