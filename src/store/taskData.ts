/** The file that a scene's task is made from. */
import type { SceneId } from '../scenes/list.ts'
import { tasks } from '../scenes/tasks.ts'

/**
 * Its text, '' for a task whose data are generated.
 * @throws Error when it cannot be fetched
 */
export const fetchData = async (id: SceneId): Promise<string> => {
  const { data } = tasks[id]
  if (data === null) return ''
  const response = await fetch(`${import.meta.env.BASE_URL}scenes/${id}/${data}`)
  if (!response.ok) throw new Error(`${id}/${data}: HTTP ${response.status}`)
  return response.text()
}
