/// <reference types="vite/client" />
import 'react'

declare module 'react' {
  /** A style may set names of our own. */
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
