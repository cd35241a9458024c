import { type Claim, claimWithCompany } from '@dripline/clinical'
import { Hills } from '../../charts/hills.tsx'
import { usePageData } from '../../data/page-data.ts'
import { twentyPeople, weeks, withoutReliefCount } from '../../data/twenty-people.ts'
import { Button, Link } from '../../ui/index.tsx'
import { menuOf } from '../../ui/menu.ts'
import { usePlace } from '../../ui/place.ts'
import styles from './home.module.css'

export const page = { path: '/', for: 'anyone', mood: 'paper', title: 'Before you decide' } as const

const headings: Readonly<Record<string, string>> = {
  'relief-two-thirds': 'In one condition, some relief',
  'cochrane-2025': 'Across conditions, no clear benefit',
  'not-fda-approved': 'It is not the first thing to try',
}

/** The way in: what is known, what is not, and fifteen minutes with a clinician. */
export default function Home() {
  const { isSetUp, frame } = usePageData<{ isSetUp: boolean }>()
  if (!isSetUp) return <NotYet />
  const claims = claimWithCompany('relief-two-thirds', (frame.now ?? '').slice(0, 10))
  return (
    <div className={styles.home}>
      <div className={styles.top}>
        <Opening />
        <div className={styles.picture}>
          <Hills people={twentyPeople} weeks={weeks} caption={<Caption />} />
        </div>
      </div>
      {claims ? <Known claims={claims} /> : <p className={styles.approval}>{approval}</p>}
    </div>
  )
}

const approval = 'Ketamine is not FDA-approved for pain or depression; it is approved as an anesthetic.'

function Opening() {
  const [article] = menuOf(usePlace().pages, ['How it works'], 'paper')
  return (
    <div className={styles.opening}>
      <h1>Fifteen minutes with a clinician, before you decide anything</h1>
      <p className={styles.lead}>
        Ketamine infusions ease long-lasting pain for some people, for a while. For others they do nothing. A free call is the
        place to find out which questions to ask.
      </p>
      <div className={styles.acts}>
        <Button href="/book" icon="phone">
          Book a free 15-minute call
        </Button>
        {article && <Link href={article.href}>How ketamine works on pain</Link>}
      </div>
    </div>
  )
}

const Caption = () => (
  <>
    Twenty simulated adults with CRPS, a severe limb pain, after four days of S-ketamine in hospital. Each ridge is one person’s
    relief over twelve weeks. <b>The {inWords[withoutReliefCount] ?? withoutReliefCount} flat lines are people who got none.</b>{' '}
    Model estimate, after Dahan 2011; not a plan for you.
    <details className={styles.about}>
      <summary>About this picture</summary>
      <p>
        The course is the one of the trial: S-ketamine over 100 hours in hospital, up to 20 mg an hour. How the body handles the
        drug follows Kamp 2020, with a spread borrowed from other studies. How relief comes and fades follows Dahan 2011; only the
        summary of that paper could be read, so the shape of the curve is inferred. 67 of 100 people were put down as helped, give
        or take 10, against 23 on placebo, give or take 9. Placebo, other treatment and bad days are not drawn. A course in a
        clinic is far shorter than this one, and its relief is expected to be smaller and shorter.
      </p>
    </details>
  </>
)

const inWords: Readonly<Record<number, string>> = { 5: 'five', 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine' }

const Known = ({ claims }: { claims: readonly Claim[] }) => (
  <section className={styles.known} aria-labelledby="known">
    <h2 id="known">What is known, and what is not</h2>
    {claims.map((claim) => (
      <article key={claim.id}>
        <h3>{headings[claim.id] ?? claim.title}</h3>
        {claim.id === 'not-fda-approved' && <p>We ask what you have tried, and for how long.</p>}
        <p>{claim.text}</p>
        <p className={styles.source}>
          {claim.source}. {claim.people ? `${claim.population}: ${claim.people} people.` : ''}
        </p>
      </article>
    ))}
  </section>
)

const NotYet = () => (
  <div className={styles.notYet}>
    <h1>This clinic is not open yet</h1>
    <p className={styles.lead}>
      It is being set up. Please come back soon. If you need help today, speak with your own doctor, or use the numbers below.
    </p>
  </div>
)
