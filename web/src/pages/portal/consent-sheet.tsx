import type { ConsentText } from '@dripline/clinical'
import { dayAndClock, type Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/paper'
import { useReader } from '../../data/reader.ts'
import { Empty, PaperPart } from '../../ui/index.tsx'

type SignedText = Pick<ConsentText, 'title' | 'teachBack' | 'statement'> & {
  sections: readonly Pick<ConsentText['sections'][number], 'heading' | 'paragraphs'>[]
}

export type ConsentSheetProps = {
  /** The very words that were signed, in the language they were read in; null where they were not kept. */
  text: SignedText | null
  version: string
  signedName: string
  signedAt: string
  takenBy: string
  relation: string | null
  authority: string | null
  zone: string
  clinic: { name: string; address: string | null; phone: string | null; afterHoursPhone: string | null }
}

/** What the copy of a consent is called. */
export const consentTitle = (to: Reader, indication: 'pain' | 'depression'): string => words.consentTitle(to, { indication })

/** A consent as it was signed, by whom and when, on paper for the patient. */
export function ConsentSheet({ text, version, clinic, ...signed }: ConsentSheetProps) {
  const to = useReader()
  return (
    <>
      {text ? (
        <>
          <PaperPart title={text.title}>
            <p>{words.version(to, { version })}</p>
          </PaperPart>
          {text.sections.map(({ heading, paragraphs }) => (
            <PaperPart key={heading} title={heading}>
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </PaperPart>
          ))}
          <PaperPart title={words.teachBack(to)}>
            <ul>
              {text.teachBack.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </PaperPart>
          <PaperPart title={words.signed(to)}>
            <p>{text.statement}</p>
          </PaperPart>
        </>
      ) : (
        <Empty>{words.wordsNotSaved(to, { version })}</Empty>
      )}
      <p>{signedWords(to, signed)}</p>
      <p>
        {words.clinicLine(to, {
          clinic: clinic.name,
          address: clinic.address ?? '',
          phone: clinic.phone ?? '',
          afterHours: clinic.afterHoursPhone ?? '',
        })}
      </p>
    </>
  )
}

const signedWords = (
  to: Reader,
  {
    signedName: name,
    signedAt,
    takenBy: staff,
    relation,
    authority,
    zone,
  }: Omit<ConsentSheetProps, 'text' | 'version' | 'clinic'>,
) => {
  const when = dayAndClock(to, signedAt, zone)
  return relation
    ? words.signedFor(to, { name, relation, authority: authority ?? '', when, staff })
    : words.signedBy(to, { name, when, staff })
}
