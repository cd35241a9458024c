import { clockWords, dayAndClock, dayWords, type Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/paper'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { NotApproved, PaperLine, PaperPart } from '../../ui/index.tsx'
import { Instructions } from './instructions.tsx'

export type AfterCareSheetProps = {
  drug: string
  /** With its unit: "35 mg". */
  amount: string
  startedAt: string | null
  stoppedAt: string | null
  escort: string | null
  /** When they come again. */
  next: string | null
  zone: string
  /** Whether it sedates: then nobody drives before the next day. */
  isSedating: boolean
}

/** What an after-care sheet is called: it names the day. */
export const afterCareTitle = (to: Reader, at: string, zone: string): string =>
  words.afterTitle(to, { day: dayWords(to, at, zone) })

/** What somebody takes home on paper: what they were given, what to do and not to do, whom to call, when they come again. */
export function AfterCareSheet({ drug, amount, startedAt, stoppedAt, escort, next, zone, isSedating }: AfterCareSheetProps) {
  const to = useReader()
  const { clinic } = usePageData().frame
  const from = startedAt && clockWords(to, startedAt, zone)
  return (
    <>
      <PaperPart title={words.given(to)}>
        <dl>
          <PaperLine label={words.medicine(to)}>{words.intoVein(to, { drug, amount })}</PaperLine>
          {from && (
            <PaperLine label={words.when(to)}>
              {stoppedAt ? words.fromTo(to, { from, to: clockWords(to, stoppedAt, zone) }) : words.notStopped(to, { from })}
            </PaperLine>
          )}
          {escort && <PaperLine label={words.escort(to)}>{escort}</PaperLine>}
        </dl>
      </PaperPart>
      <PaperPart title={words.untilTomorrow(to)}>
        <NotApproved texts={['after-care', 'crisis-words']} />
        <Instructions isSedating={isSedating} />
      </PaperPart>
      <PaperPart title={words.nextVisit(to)}>
        <p>{next ? dayAndClock(to, next, zone) : words.noNextVisit(to)}</p>
      </PaperPart>
      <PaperPart title={words.whereWeAre(to)}>
        <p>
          {clinic.name}
          {clinic.address && `, ${clinic.address}`}
          {clinic.phone && `. ${clinic.phone}`}
        </p>
      </PaperPart>
    </>
  )
}
