/** What stands under the bands: the forecast of a series, then all about the scene. */
import { memo } from 'react'
import { AboutPanel } from './AboutPanel.tsx'
import { ForecastPanel } from './ForecastPanel.tsx'
import './scene.css'
import './tables.css'
import './forecast.css'

/** Renders when the scene changes, not when the columns above it do. */
export const ScenePanel = memo(() => (
  <div className="scene">
    <ForecastPanel />
    <AboutPanel />
  </div>
))
