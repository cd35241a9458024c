import '../base.css'
import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { App } from '../app.tsx'
import { newQueryClient } from '../data/query.ts'
import { PlaceContext } from '../ui/place.ts'
import { answer, frame } from './answers.ts'
import { Gallery } from './gallery.tsx'

// `index.html?sheet=charts&mode=dim`: which sheet, in light, dark or dim.
const asked = new URLSearchParams(location.search)
const mode = asked.get('mode') ?? 'light'
const sheet = asked.get('sheet') ?? 'marks'
const { dataset } = document.documentElement
dataset.mood = mode === 'dim' ? 'dim' : 'work'
dataset.scheme = mode === 'light' ? 'light' : 'dark'
document.title = `${sheet}, ${mode} · gallery`

window.fetch = answer
const place = { page: undefined, path: '/', pages: [], go: () => undefined }
const route = createRootRoute({
  component: () => (
    <PlaceContext value={place}>
      <Gallery sheet={sheet} />
    </PlaceContext>
  ),
})
const router = createRouter({ routeTree: route, history: createMemoryHistory() })
const root = document.getElementById('root')
if (root) createRoot(root).render(<App router={router} queries={newQueryClient()} data={{ frame }} />)
