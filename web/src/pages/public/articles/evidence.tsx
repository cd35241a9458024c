import { type Claim, type ClaimSubject, claimSubjects } from '@dripline/clinical'
import { dateWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/evidence'
import { usePageData } from '../../../data/page-data.ts'
import { rich, useReader } from '../../../data/reader.ts'
import { Link, Page } from '../../../ui/index.tsx'
import styles from './evidence.module.css'
import { type Approved, EvidenceRow, type Own } from './evidence-row.tsx'

export const page = { path: '/evidence', for: 'anyone', mood: 'paper', place: 'Our results' } as const
export const name = words.name
export const summary = words.lead

type Evidence = { claims?: readonly Claim[]; own?: readonly Own[]; approved?: readonly Approved[] }

const subjects: Record<ClaimSubject, typeof words.aboutPain> = {
  pain: words.aboutPain,
  depression: words.aboutDepression,
  harm: words.aboutHarm,
  'how it works': words.aboutHow,
  status: words.aboutStatus,
}

/** Every claim the site makes today, with what stands behind it and, in the same terms, what happened here. */
export default function EvidencePage() {
  const to = useReader()
  const { claims = [], own = [], approved = [] } = usePageData<Evidence>()
  const last = approved.at(-1)
  return (
    <Page title={words.title(to)} lead={words.lead(to)}>
      <p className={styles.facts}>
        {claims.length === 0 ? words.none(to) : words.count(to, { count: claims.length })}{' '}
        {last
          ? rich(words.reviewedBy(to, { who: last.by, day: dateWords(to, last.on), b: (inside) => <b>{inside}</b> }))
          : words.notApproved(to)}
      </p>
      <p className={styles.key}>
        <span className={styles.disc} aria-hidden="true" /> {words.drug(to)} <span className={styles.ring} aria-hidden="true" />{' '}
        {words.comparison(to)}
      </p>
      {claimSubjects.map((about) => {
        const rows = claims.filter((claim) => claim.about === about)
        return rows.length === 0 ? null : (
          <section key={about} className={styles.group} aria-labelledby={`about-${about.replaceAll(' ', '-')}`}>
            <h2 id={`about-${about.replaceAll(' ', '-')}`}>{subjects[about](to)}</h2>
            {rows.map((claim) => (
              <EvidenceRow key={claim.id} claim={claim} own={own} approved={approved.find(({ id }) => id === claim.id)} />
            ))}
          </section>
        )
      })}
      <NotSaid />
      <p>
        <Link href="/articles">{words.read(to)}</Link>
      </p>
    </Page>
  )
}

function NotSaid() {
  const to = useReader()
  const lines = [
    [words.seventy(to), words.seventyWhy(to)],
    [words.safest(to), words.safestWhy(to)],
    [words.approved(to), words.approvedWhy(to)],
  ]
  return (
    <section className={styles.notSaid} aria-labelledby="not-said">
      <h2 id="not-said">{words.notSaid(to)}</h2>
      <dl>
        {lines.map(([said, why]) => (
          <div key={said}>
            <dt>{said}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
