import { Component, type ReactNode, Suspense } from 'react'
import { Loading } from '../ui/states.tsx'
import styles from './gallery.module.css'
import type { Specimen } from './specimen.ts'
import { sheets } from './specimens.ts'

/** One sheet of the gallery: every part on it in each of its states. */
export function Gallery({ sheet }: { sheet: string }) {
  const { specimens } = sheets.find(({ name }) => name === sheet) ?? { specimens: [] }
  return (
    <main className={styles.gallery}>
      <h1>{sheet}</h1>
      {specimens.map((specimen) => (
        <Shown key={specimen.file} {...specimen} />
      ))}
    </main>
  )
}

const Shown = ({ file, states, isPaper = false }: Specimen) => (
  <section className={styles.specimen} data-specimen={file} {...(isPaper && { 'data-mood': 'paper' })}>
    <h2>{file}</h2>
    {Object.entries(states).map(([state, drawn]) => (
      <div key={state} className={styles.state} data-state={state}>
        <h3>{state}</h3>
        <div className={styles.shown}>
          <Kept>
            <Suspense fallback={<Loading />}>{drawn}</Suspense>
          </Kept>
        </div>
      </div>
    ))}
  </section>
)

/** What breaks is said in its own place, and is found by the story that looks. */
class Kept extends Component<{ children: ReactNode }, { broke: string | null }> {
  override state = { broke: null }
  static getDerivedStateFromError = (error: Error) => ({ broke: error.message })
  override render() {
    return this.state.broke === null ? this.props.children : <p data-broke>{this.state.broke}</p>
  }
}
