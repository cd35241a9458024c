import type { Previewed } from '../../../data/face.ts'
import { Button, Card, Empty, Row, Stack } from '../../../ui/index.tsx'
import styles from './face.module.css'

type PreviewProps = {
  pages: Previewed['pages']
  tongue: 'en' | 'es'
  onTongue: (tongue: 'en' | 'es') => void
  isLooking: boolean
}

const names = { home: 'Front page', book: 'Booking' } as const
// What is pressed in a preview leads nowhere: a frame may not take the page away.
const still = (html: string) => html.replace('<head>', '<head>\n<base target="_top">')

/** The public pages themselves as they would be, each by day and by night, as wide as a phone. */
export function Preview({ pages, tongue, onTongue, isLooking }: PreviewProps) {
  return (
    <Card title="As visitors would see it" note="the pages themselves, on a phone">
      {pages.length === 0 ? (
        <Empty>Press “See how it looks”. The front page and the booking show here, light and dark.</Empty>
      ) : (
        <Stack>
          <Row>
            <Button kind="second" isPending={isLooking} onClick={() => onTongue(tongue === 'en' ? 'es' : 'en')}>
              {tongue === 'en' ? 'See it in Spanish' : 'See it in English'}
            </Button>
          </Row>
          <div className={styles.previews}>
            {pages.map(({ page, scheme, html }) => (
              <figure key={`${page} ${scheme}`} className={styles.preview}>
                <figcaption>
                  {names[page]}, {scheme}
                </figcaption>
                <iframe title={`${names[page]} as it would be, ${scheme}`} srcDoc={still(html)} sandbox="allow-same-origin" />
              </figure>
            ))}
          </div>
        </Stack>
      )}
    </Card>
  )
}
