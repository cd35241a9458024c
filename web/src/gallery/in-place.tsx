import { type ReactNode, useLayoutEffect, useRef } from 'react'
import styles from './gallery.module.css'

/** A dialog in its place on a sheet, not over it: many stand open at once here. */
export function InPlace({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const dialog = place.current?.querySelector('dialog')
    dialog?.close()
    dialog?.show()
  }, [])
  return (
    <div ref={place} className={styles.inPlace}>
      {children}
    </div>
  )
}
