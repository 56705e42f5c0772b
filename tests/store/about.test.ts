/** What the page says about a scene is what its file says, with words for all of it. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/index.ts'
import { loadScene, parseScene } from '../../src/scenes/load.ts'
import { sceneIds } from '../../src/scenes/list.ts'
import { loadText } from '../../src/scenes/texts.ts'
import { aboutOf } from '../../src/store/about.ts'
import { fetchBytes, fetchText } from '../scenes/files.ts'

describe.each(sceneIds)('%s', async (id) => {
  const scene = parseScene(await fetchText(`${id}/scene.json`), id)
  const text = await loadText(id)
  test.each(LANGUAGES)('is told in %s, from the layer without memory to the gated cells', (language) => {
    const about = aboutOf({ scene, text, networks: {} }, [], language)
    expect(about.results.map(({ cellId }) => cellId)).toEqual(['feedforward', 'rnn', 'lstm', 'gru'])
    for (const { cellId, record, verdict } of about.results) {
      expect(record).toBe(scene.models[cellId]!.record)
      expect(verdict).toMatch(
        language === 'en'
          ? record.learned
            ? /^Learned within this budget/
            : /^Did not learn within this budget/
          : record.learned
            ? /^Aprendió con este presupuesto/
            : /^No aprendió con este presupuesto/,
      )
    }
    const { task, look, question, answer, source, metric, criterion, treatment } = about
    for (const said of [task, look, question, answer, source, metric, criterion, treatment])
      expect(said).toMatch(/\S/)
    expect(about.baseline).toEqual({ name: text.baseline[language], ...scene.baseline })
  })
})

test('a network trained on the page has a row of its own; the scene’s own row is not the one on screen', async () => {
  const loaded = await loadScene(fetchText, fetchBytes, 'counting')
  const own = loaded.networks['lstm']!
  const record = { ...own.record, updates: 1, learned: false }
  const networks = { ...loaded.networks, lstm: { ...own, record } }
  const about = aboutOf({ ...loaded, networks }, [{ cell: 'lstm', update: 1, seed: 1 }], 'en')
  expect(about.results.map(({ cellId, trainedTo, onScreen }) => [cellId, trainedTo, onScreen])).toEqual([
    ['feedforward', null, true],
    ['rnn', null, true],
    ['lstm', null, false],
    ['lstm', 1, true],
    ['gru', null, true],
  ])
  expect(about.results[2]?.record).toBe(loaded.scene.models['lstm']?.record)
  expect(about.results[3]).toMatchObject({ record, verdict: 'Did not learn within this budget.' })
})
