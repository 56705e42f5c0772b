/** Which scene and which of its examples is shown, and the way to what there is to say about it. */
import type { ReactElement } from 'react'
import { actions, useExampleChoices, useMessages, useSceneChoices, useView } from '../../store/index.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { AboutIcon } from '../../ui/icons.ts'

interface Props {
  /** Brings the words about the scene into view; null where they have no button. */
  readonly onAbout: (() => void) | null
}

export const ScenePicker = ({ onAbout }: Props): ReactElement => {
  const words = useMessages().header
  const scene = useView((view) => view.scene)
  const example = useView((view) => view.example)
  const scenes = useSceneChoices()
  const examples = useExampleChoices()
  return (
    <div className="header-scene">
      <Select
        label={words.scene}
        named
        className="header-scene-select"
        options={scenes}
        value={scene}
        onChange={actions.setScene}
      />
      {examples.length > 1 ? (
        <Select
          label={words.example}
          className="header-example-select"
          options={examples}
          value={String(example)}
          onChange={(value) => actions.setExample(Number(value))}
        />
      ) : null}
      {onAbout ? (
        <IconButton label={words.about} onClick={onAbout}>
          <AboutIcon size={18} aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  )
}
