import { useVoice } from '../../../data/voice.ts'
import { Button, Card, Stack } from '../../../ui/index.tsx'
import styles from './consent.module.css'

type Section = { id: string; heading: string; paragraphs: readonly string[] }

/** The text in large type; this computer reads it aloud where it has a voice. */
export function TextToRead({ sections }: { sections: readonly Section[] }) {
  const { canSpeak, speaking, speak, hush } = useVoice()
  const all = sections.map(({ id, heading, paragraphs }) => ({ id, text: [heading, ...paragraphs].join('. ') }))
  return (
    <Card
      title="Please read, or listen"
      aside={
        canSpeak &&
        (speaking === null ? (
          <Button kind="second" onClick={() => speak(all)}>
            Read aloud
          </Button>
        ) : (
          <Button kind="second" onClick={hush}>
            Stop reading
          </Button>
        ))
      }
    >
      <Stack>
        {sections.map(({ id, heading, paragraphs }) => (
          <section key={id} className={styles.section} data-reading={speaking === id || undefined}>
            <h3>{heading}</h3>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </Stack>
    </Card>
  )
}
