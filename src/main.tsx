/** Entry of the page: mounts the application and ties it to the address. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/App.tsx'
import { connectHover } from './panels/hover/connectHover.ts'
import { connectAddress, connectGlide, followSystemTheme } from './store/index.ts'
import { letPanelsFollow } from './ui/following.tsx'
import { keepFocus } from './ui/keepFocus.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html must contain an element with id "root"; found none.')

followSystemTheme()
connectGlide()
letPanelsFollow()
connectAddress()
connectHover()
keepFocus()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
