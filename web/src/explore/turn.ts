import type { ReactNode } from 'react'

/** What a browser plays a turn from: numbers of the engine or of claims, worked out on the server, said once in the document. */
export type Numbers = Readonly<Record<string, unknown>>

/** A turn of the explorable as the browser plays it, drawn over the still picture of the same numbers. */
export type Play<N extends Numbers> = (props: { numbers: N }) => ReactNode
