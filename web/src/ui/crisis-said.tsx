import { Fragment } from 'react'
import { useCrisisLines } from '../data/crisis-lines.ts'
import { NotApproved } from './not-approved.tsx'

/** Whom to call now, line by line. A line that is in English on a page in another language says so to whoever hears it. */
export const CrisisSaid = () =>
  useCrisisLines().lines.map(({ label, action, number, lang }) => (
    <Fragment key={number}>
      <span lang={lang}>
        {label}{' '}
        <a href={`tel:${number}`}>
          {action} {number}
        </a>
        .
      </span>{' '}
    </Fragment>
  ))

/** Why the lines are in English, where they are; where the clinic has its own in this language, there is nothing to say. */
export const CrisisWhy = () => (useCrisisLines().isOwn ? null : <NotApproved texts={['crisis-words']} />)
