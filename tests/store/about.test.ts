/** What the page says about a scene is what its file says, with words for all of it. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/index.ts'
import { parseScene } from '../../src/scenes/load.ts'
import { sceneIds } from '../../src/scenes/list.ts'
import { loadText } from '../../src/scenes/texts.ts'
import { aboutOf } from '../../src/store/about.ts'
import { fetchText } from '../scenes/files.ts'

describe.each(sceneIds)('%s', async (id) => {
  const scene = parseScene(await fetchText(`${id}/scene.json`), id)
  const text = await loadText(id)
  test.each(LANGUAGES)('is told in %s, from the layer without memory to the gated cells', (language) => {
    const about = aboutOf({ scene, text }, language)
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
