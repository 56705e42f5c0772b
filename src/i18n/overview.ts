/** Words of the overview strip: where the drawn steps lie in a long sequence. */
import { inLanguages } from './catalogue.ts'

const en = {
  title: 'Where in the sequence',
  text: (t: number, first: number, last: number, T: number) =>
    `step ${t}; steps ${first} to ${last} of ${T} are drawn`,
  memory: (slot: string, unit: number) => `${slot}[${unit}]`,
  keys: 'Drag, or use left and right for a step, Page Up and Page Down for a window, Home and End. Drag an end of the window, or use plus and minus, to draw more or fewer steps.',
}

const es: typeof en = {
  title: 'Lugar en la secuencia',
  text: (t: number, first: number, last: number, T: number) =>
    `paso ${t}; se dibujan los pasos ${first} a ${last} de ${T}`,
  memory: (slot: string, unit: number) => `${slot}[${unit}]`,
  keys: 'Arrastra, o usa izquierda y derecha para un paso, Re Pág y Av Pág para una ventana, Inicio y Fin. Arrastra un extremo de la ventana, o usa más y menos, para dibujar más o menos pasos.',
}

export const overview = inLanguages(en, es)
