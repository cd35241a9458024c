import { useRef, useState } from 'react'
import { type FaceData, useFace, usePreviewFace, useSaveFace } from '../../data/face.ts'
import { useClinic } from '../../data/people.ts'
import { Button, Card, Columns, Form, Line, Lines, Link, Page, Stack, Time, typedIn } from '../../ui/index.tsx'
import { AccentFields } from './face/accent-fields.tsx'
import { EmbedFields } from './face/embed-fields.tsx'
import styles from './face/face.module.css'
import { faceIn } from './face/face-in.ts'
import { LogoField } from './face/logo-field.tsx'
import { Preview } from './face/preview.tsx'
import { LanguageFields, PolicyFields } from './face/words-fields.tsx'

export const page = {
  path: '/clinic/face',
  for: ['owner'],
  mood: 'work',
  title: 'The clinic’s face',
  skeleton: 'form',
} as const

/** How the clinic looks to those who come: logo, color, languages, its own words, and the sites on which its booking stands. */
export default function Face() {
  const data = useFace()
  const { clinic } = useClinic()
  return (
    <Page
      title="The clinic’s face"
      lead="What callers and patients see of you. See how it looks before you save: nothing is public until then."
      aside={<Link href="/clinic">Name, hours, phone and address</Link>}
    >
      <Sheet key={data.version} data={data} crisisLines={clinic.crisisLines} />
    </Page>
  )
}

type SheetProps = { data: FaceData; crisisLines: ReturnType<typeof useClinic>['clinic']['crisisLines'] }

function Sheet({ data, crisisLines }: SheetProps) {
  const { face, version } = data
  const [logo, setLogo] = useState(data.logo)
  const save = useSaveFace()
  const preview = usePreviewFace()
  const place = useRef<HTMLDivElement>(null)
  const [tongue, setTongue] = useState<'en' | 'es'>('en')
  const look = (language: 'en' | 'es') => {
    const form = place.current?.querySelector('form')
    if (!form) return
    setTongue(language)
    save.reset()
    preview.send({ face: faceIn(typedIn(form), logo?.id ?? null), terms: {}, tongue: language })
  }
  return (
    <Columns kind="halves">
      <div ref={place}>
        <Form
          draft={`clinic face ${version}`}
          sends={save}
          problem={save.problem ?? preview.problem}
          body={(typed) => ({ ...faceIn(typed, logo?.id ?? null), after: version })}
          act="Save: it is public at once"
          saved="Saved."
          others={
            <Button kind="second" isPending={preview.isSending} onClick={() => look(tongue)}>
              See how it looks
            </Button>
          }
        >
          <Stack>
            <Card title="Logo and color">
              <Stack>
                <LogoField logo={logo} onLogo={setLogo} />
                <AccentFields accent={face.accent} />
              </Stack>
            </Card>
            <LanguageFields face={face} lines={crisisLines} />
            <PolicyFields policies={face.policies} />
            <EmbedFields origins={face.frameOrigins} />
          </Stack>
        </Form>
      </div>
      <div className={styles.beside}>
        <Preview pages={preview.reply?.pages ?? []} tongue={tongue} onTongue={look} isLooking={preview.isSending} />
        <Versions versions={data.versions} />
      </div>
    </Columns>
  )
}

const Versions = ({ versions }: Pick<FaceData, 'versions'>) =>
  versions.length > 0 && (
    <Card title="Versions">
      <Lines>
        {versions.map(({ version, savedAt, savedBy }) => (
          <Line key={version} note={savedBy} aside={<Time at={savedAt} form="day and time" />}>
            Version {version}
          </Line>
        ))}
      </Lines>
    </Card>
  )
