import { type Claim, claimWithCompany } from '@dripline/clinical'
import { claimIn } from '@dripline/clinical/words'
import * as home from '@dripline/clinical/words/home'
import { Hills } from '../../charts/hills.tsx'
import { usePageData } from '../../data/page-data.ts'
import { rich, useReader } from '../../data/reader.ts'
import { twentyPeople, weeks, withoutReliefCount } from '../../data/twenty-people.ts'
import { Button, Link, NotApproved } from '../../ui/index.tsx'
import { menuOf } from '../../ui/menu.ts'
import { usePlace } from '../../ui/place.ts'
import styles from './home.module.css'

export const page = { path: '/', for: 'anyone', mood: 'paper' } as const
export const name = home.name
export const summary = home.lead

const headings: Readonly<Record<string, typeof home.headingRelief>> = {
  'relief-two-thirds': home.headingRelief,
  'cochrane-2025': home.headingReview,
  'not-fda-approved': home.headingApproval,
}

/** The way in: what is known, what is not, and fifteen minutes with a clinician. */
export default function Home() {
  const { isSetUp, frame } = usePageData<{ isSetUp: boolean }>()
  const to = useReader()
  if (!isSetUp) return <NotYet />
  const claims = claimWithCompany('relief-two-thirds', (frame.now ?? '').slice(0, 10))
  return (
    <div className={styles.home}>
      <NotApproved texts={['front-page', ...(claims ?? []).map(({ id }) => id)]} />
      <div className={styles.top}>
        <Opening />
        <div className={styles.picture}>
          <Hills people={twentyPeople} weeks={weeks} caption={<Caption />} />
        </div>
      </div>
      {claims ? <Known claims={claims} /> : <p className={styles.approval}>{home.approval(to)}</p>}
    </div>
  )
}

function Opening() {
  const to = useReader()
  const [article] = menuOf(usePlace().pages, ['How it works'], 'paper')
  return (
    <div className={styles.opening}>
      <h1>{home.title(to)}</h1>
      <p className={styles.lead}>{home.lead(to)}</p>
      <div className={styles.acts}>
        <Button href="/book" icon="phone">
          {home.book(to)}
        </Button>
        {article && <Link href={article.href}>{home.article(to)}</Link>}
      </div>
    </div>
  )
}

function Caption() {
  const to = useReader()
  return (
    <>
      {rich(home.picture(to, { count: withoutReliefCount, b: (inside) => <b>{inside}</b> }))}
      <details className={styles.about}>
        <summary>{home.aboutPicture(to)}</summary>
        <p>{home.pictureMade(to)}</p>
      </details>
    </>
  )
}

function Known({ claims }: { claims: readonly Claim[] }) {
  const to = useReader()
  return (
    <section className={styles.known} aria-labelledby="known">
      <h2 id="known">{home.known(to)}</h2>
      {claims.map((claim) => (
        <Said key={claim.id} claim={claimIn(to, claim)} />
      ))}
    </section>
  )
}

function Said({ claim: { id, title, text, source, population, people } }: { claim: Claim }) {
  const to = useReader()
  return (
    <article>
      <h3>{headings[id]?.(to) ?? title}</h3>
      {id === 'not-fda-approved' && <p>{home.tried(to)}</p>}
      <p>{text}</p>
      <p className={styles.source}>
        {people ? home.source(to, { source, population, people }) : home.sourceAlone(to, { source })}
      </p>
    </article>
  )
}

function NotYet() {
  const to = useReader()
  return (
    <div className={styles.notYet}>
      <h1>{home.notYetTitle(to)}</h1>
      <p className={styles.lead}>{home.notYetLead(to)}</p>
    </div>
  )
}
