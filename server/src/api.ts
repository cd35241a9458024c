/** The type of the whole API: the one thing the web box knows of the server. */
export type { ApiType } from './app.ts'
